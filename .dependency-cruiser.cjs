// Cycles of imports at run time (a type is gone by then), and the one wall lint cannot see: only addin/excel and addin/functions may know Office.
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "index\\.tsx?$",
          "/(functions|page|start)\\.ts$",
          "^addin/[^/]+\\.mjs$",
          "service-worker\\.js$",
        ],
      },
      to: {},
    },
    {
      name: "pane-knows-no-excel",
      comment: "The task pane runs on the Workbook port; it is the same in Excel and in the workbench.",
      severity: "error",
      from: { path: "^addin/taskpane" },
      to: { path: "^addin/(excel|workbench|functions)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|dist" },
    exclude: { path: "(^|/)(dist|node_modules)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
  },
};
