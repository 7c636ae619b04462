import typescript from "typescript";

const definitions = /packages\/(?:indicators\/src\/indicators|quarterly\/src\/rules)\//;
const examples = new Set(["examples", "edges"]);

/**
 * Drops the examples of indicators and rules, which only tests and documentation use and which make up a tenth of the
 * first script.
 */
export const withoutExamples = (context) => (file) => {
  if (!definitions.test(file.fileName.replaceAll("\\", "/"))) return file;
  const visit = (node) =>
    typescript.isPropertyAssignment(node) && typescript.isIdentifier(node.name) && examples.has(node.name.text)
      ? context.factory.updatePropertyAssignment(node, node.name, context.factory.createArrayLiteralExpression())
      : typescript.visitEachChild(node, visit, context);
  return typescript.visitNode(file, visit);
};
