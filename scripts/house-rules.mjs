// Rules of this house that are about how something is written, for lint (oxlint.config.mjs).

/** Refuses what a selector finds. */
const refuse = (selector, message) => ({
  create: (context) => ({ [selector]: (node) => context.report({ node, message }) }),
});
/** True for a member that makes a class differ from whatever else has the same members. */
const isItsOwn = ({ type, key, accessibility, value, readonly }) =>
  key?.type === "PrivateIdentifier" ||
  accessibility === "private" ||
  accessibility === "protected" ||
  (key?.name === "constructor" &&
    value.params.some((param) => ["private", "protected"].includes(param.accessibility))) ||
  (type === "PropertyDefinition" && readonly && key.name === "name" && value?.type === "Literal");
const noClock = "No clock in a pure package: the day is an argument.";

export default {
  meta: { name: "house" },
  rules: {
    /**
     * TypeScript lets anything with the same members pass for an instance, and `instanceof` then says no. oxlint does not pass on
     * tsgolint's no-unsafe-class-instance-assignment, which says so where it happens.
     */
    "class-of-its-own": {
      create: (context) => ({
        ClassDeclaration(node) {
          const { superClass, body } = node;
          if ((superClass === null || superClass.name === "Error") && !body.body.some(isItsOwn))
            context.report({
              node,
              message: "Give the class a private member, or an error its own name: see the rule.",
            });
        },
      }),
    },
    "no-decimal-comma": refuse(
      "CallExpression[callee.property.name=/^replace(All)?$/][arguments.0.value='.'][arguments.1.value=',']",
      "Use typedNumber or writtenNumber: they know the language.",
    ),
    "no-new-date": refuse("NewExpression[callee.name='Date'][arguments.length=0]", noClock),
    "no-date-now": refuse("CallExpression[callee.object.name='Date'][callee.property.name='now']", noClock),
    "no-random": refuse(
      "CallExpression[callee.object.name='Math'][callee.property.name='random']",
      "A pure package gives the same answer twice.",
    ),
  },
};
