/**
 * A municipality's own indicators: expressions over counted figures, computed exactly. Pure. mathjs is loaded only when one is compiled.
 * @packageDocumentation
 */
export { compileOwn, ownExpressionBounds, type OwnExpression } from "./own-expression.js";
