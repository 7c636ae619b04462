import typescript from "typescript";

/**
 * Leaves out the examples of indicators and rules: `examples` of what is handed to `defineIndicator` and the like. They are there
 * for tests and documentation, and weigh as much as a tenth of the first script.
 */
export const withoutExamples = (context) => (file) => {
  const isDefinition = (node) =>
    typescript.isCallExpression(node) &&
    typescript.isIdentifier(node.expression) &&
    /^define[A-Z]/.test(node.expression.text);
  const isExamples = (property) =>
    typescript.isPropertyAssignment(property) &&
    typescript.isIdentifier(property.name) &&
    property.name.text === "examples";
  const visit = (node) => {
    const seen = typescript.visitEachChild(node, visit, context);
    if (!isDefinition(seen)) return seen;
    const given = seen.arguments.map((argument) =>
      typescript.isObjectLiteralExpression(argument)
        ? context.factory.updateObjectLiteralExpression(
            argument,
            argument.properties.filter((property) => !isExamples(property)),
          )
        : argument,
    );
    return context.factory.updateCallExpression(seen, seen.expression, seen.typeArguments, given);
  };
  return typescript.visitNode(file, visit);
};
