// Rules of this house that are about how something is written, for lint (oxlint.config.mjs).

/** Refuses what a selector finds. */
const refuse = (selector, message) => ({
  create: (context) => ({ [selector]: (node) => context.report({ node, message }) }),
});
const noClock = "No clock in a pure package: the day is an argument.";

export default {
  meta: { name: "house" },
  rules: {
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
