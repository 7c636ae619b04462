import typescript from "typescript";

const definitions = /packages\/(?:indicators\/src\/indicators|quarterly\/src\/rules)\//;
const reference = /packages\/indicators\/src\/reference\.generated\.ts$/;
const examples = new Set(["examples", "edges"]);

/**
 * Omits data that no page needs in its first script, together a seventh of it: examples of indicators and rules, which
 * only tests and documentation use, and remarks on the norms of the reference agreement, which a page reads with the
 * workbook's agreement.
 */
export const leftOutOfPages = (context) => (file) => {
  const name = file.fileName.replaceAll("\\", "/");
  if (reference.test(name)) return withoutRemarks(context, file);
  if (!definitions.test(name)) return file;
  const visit = (node) =>
    typescript.isPropertyAssignment(node) && typescript.isIdentifier(node.name) && examples.has(node.name.text)
      ? context.factory.updatePropertyAssignment(node, node.name, context.factory.createArrayLiteralExpression())
      : typescript.visitEachChild(node, visit, context);
  return typescript.visitNode(file, visit);
};

/** Drops the note that is added to each norm: `{ ...norm3, note: {…} }` becomes `norm3`. */
function withoutRemarks(context, file) {
  const visit = (node) => {
    const [first] = typescript.isObjectLiteralExpression(node) ? node.properties : [];
    return first && typescript.isSpreadAssignment(first) && /^norm\d+$/.test(first.expression.text ?? "")
      ? first.expression
      : typescript.visitEachChild(node, visit, context);
  };
  return typescript.visitNode(file, visit);
}
