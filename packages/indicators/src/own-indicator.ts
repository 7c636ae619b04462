import type { MathNode } from "mathjs";
import type Fraction from "fraction.js";
import { absent, derive, type Quantity } from "./quantity.js";
import { InputError } from "./result.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";
import { Fraction as ExactFraction } from "./quantity.js";

/** What an expression may be at most; far more than an indicator needs, far less than it takes to keep a computer busy. */
export const ownExpressionBounds = { characters: 1000, depth: 40, parts: 300, digits: 30 } as const;

const functions = new Set(["min", "max", "floor", "ceil", "round", "abs", "sum"]);
const operators = new Set([
  "add",
  "subtract",
  "multiply",
  "divide",
  "unaryMinus",
  "unaryPlus",
  "larger",
  "largerEq",
  "smaller",
  "smallerEq",
  "equal",
  "unequal",
  "and",
  "or",
  "not",
]);

const refusal = (nl: string, en: string): InputError =>
  new InputError({
    nl: `De formule van deze indicator kan niet worden gebruikt: ${nl}`,
    en: `The expression of this indicator cannot be used: ${en}`,
  });

/** Cheap checks on the text, before a parser sees it. */
function boundText(expression: string): void {
  const { characters, depth, digits } = ownExpressionBounds;
  if (expression.length > characters) {
    throw refusal(
      `zij is ${expression.length} tekens lang; ${characters} is het meeste. Deel haar op.`,
      `it is ${expression.length} characters long; ${characters} is the most. Split it.`,
    );
  }
  if (expression.trim() === "") throw refusal("zij is leeg.", "it is empty.");
  let level = 0;
  for (const character of expression) {
    if ("([{".includes(character)) level += 1;
    if (")]}".includes(character)) level -= 1;
    if (level > depth)
      throw refusal(`er staan meer dan ${depth} haakjes in elkaar.`, `more than ${depth} brackets are nested.`);
  }
  const odd = /[^\w\s+\-*/().,<>=!?:%]/u.exec(expression)?.[0] ?? /[;\n\r]/.exec(expression)?.[0];
  if (odd !== undefined)
    throw refusal(
      `het teken “${odd}” mag niet. Gebruik getallen, namen van invoer, + − × / en haakjes.`,
      `the character “${odd}” is not allowed. Use numbers, names of inputs, + - * / and brackets.`,
    );
  if (new RegExp(`\\d{${digits + 1},}|\\d[eE][+-]?\\d`).test(expression))
    throw refusal(
      "er staat een te groot getal in. Schrijf getallen voluit.",
      "there is a number in it that is too large. Write numbers in full.",
    );
}

function checkNode(node: MathNode, names: ReadonlySet<string>): void {
  let parts = 0;
  const walk = (part: MathNode, depth: number): void => {
    parts += 1;
    if (parts > ownExpressionBounds.parts)
      throw refusal(
        `zij heeft meer dan ${ownExpressionBounds.parts} onderdelen.`,
        `it has more than ${ownExpressionBounds.parts} parts.`,
      );
    if (depth > ownExpressionBounds.depth) throw refusal("zij is te diep genest.", "it is nested too deep.");
    const shape = part as MathNode & { readonly name?: unknown; readonly fn?: unknown; readonly value?: unknown };
    switch (part.type) {
      case "ParenthesisNode":
      case "ConditionalNode":
      case "RelationalNode":
        break;
      case "ConstantNode":
        if (typeof shape.value === "string") throw refusal("tekst mag er niet in staan.", "text is not allowed in it.");
        break;
      case "OperatorNode":
        if (!operators.has(String(shape.fn)))
          throw refusal(
            `de bewerking “${String((part as MathNode & { op?: string }).op)}” mag niet.`,
            `the operation “${String((part as MathNode & { op?: string }).op)}” is not allowed.`,
          );
        break;
      case "FunctionNode": {
        const name = String((shape.fn as { name?: unknown }).name);
        if (!functions.has(name))
          throw refusal(
            `de functie “${name}” mag niet. Wel: ${[...functions].join(", ")}.`,
            `the function “${name}” is not allowed. Allowed are: ${[...functions].join(", ")}.`,
          );
        for (const argument of (part as MathNode & { readonly args: MathNode[] }).args) walk(argument, depth + 1);
        return;
      }
      case "SymbolNode": {
        const name = String(shape.name);
        if (!names.has(name))
          throw refusal(
            `“${name}” is geen invoer van deze indicator. Wel: ${[...names].join(", ")}.`,
            `“${name}” is not an input of this indicator. Inputs are: ${[...names].join(", ")}.`,
          );
        return;
      }
      default:
        throw refusal(
          `een onderdeel (${part.type}) mag niet. Gebruik getallen, namen van invoer, + − × / en haakjes.`,
          `a part (${part.type}) is not allowed. Use numbers, names of inputs, + - * / and brackets.`,
        );
    }
    part.forEach((child) => walk(child, depth + 1));
  };
  walk(node, 0);
}

export interface OwnExpression {
  /** The names it uses, in order of first use. */
  readonly uses: readonly string[];
  /** The value from exact inputs; "cannot be said" where an input cannot be, or where it divides by nothing. */
  evaluate(values: Readonly<Record<string, Quantity>>, unit: Unit, label: Text): Quantity;
}

/**
 * Prepares a municipality's own indicator: an expression over named inputs, computed with exact fractions by mathjs, which is loaded
 * only here. Numbers, + - * /, comparisons, `condition ? a : b`, min, max, floor, ceil, round, abs and sum; nothing else.
 * @throws InputError with a sentence when the expression is not of that kind, too long, too deep, or uses an unknown name.
 */
export async function compileOwn(expression: string, names: readonly string[]): Promise<OwnExpression> {
  boundText(expression);
  const { create, all } = await import("mathjs");
  const math = create(all ?? {}, { number: "Fraction" });
  let node: MathNode;
  try {
    node = math.parse(expression);
  } catch (problem) {
    const told = problem instanceof Error ? problem.message : String(problem);
    throw refusal(`zij is niet te lezen (${told}).`, `it cannot be read (${told}).`);
  }
  checkNode(node, new Set(names));
  const uses: string[] = [];
  node.traverse((part, path, parent) => {
    const name = (part as MathNode & { readonly name?: string }).name;
    if (
      part.type === "SymbolNode" &&
      name !== undefined &&
      !((parent as MathNode | null)?.type === "FunctionNode" && path === "fn") &&
      !uses.includes(name)
    )
      uses.push(name);
  });
  const compiled = node.compile();
  let written = expression.trim();
  uses.forEach((name, index) => {
    written = written.replace(new RegExp(`\\b${name}\\b(?!\\})`, "g"), `{${index}}`);
  });
  return {
    uses,
    evaluate(values, unit, label) {
      const parts = uses.map((name) => values[name] ?? absent("missing", "number", { nl: name, en: name }));
      return derive(
        unit,
        label,
        "formula",
        parts,
        (...exactly) => {
          const scope = new Map(uses.map((name, index) => [name, math.fraction(exactly[index]!.toFraction())]));
          try {
            const answer: unknown = compiled.evaluate(scope);
            if (typeof answer === "boolean") return new ExactFraction(answer ? 1 : 0);
            const { s, n, d } = answer as Fraction;
            if (typeof n === "bigint" && d !== 0n) return new ExactFraction(s * n, d);
            if (typeof answer === "number" && Number.isFinite(answer)) return new ExactFraction(answer);
          } catch {
            // Division by zero in mathjs' fractions is an exception; it is an answer here.
          }
          return {
            reason: "undefined",
            because: {
              nl: `De som ${expression.trim()} heeft hier geen uitkomst (er wordt door 0 gedeeld).`,
              en: `The sum ${expression.trim()} has no outcome here (it divides by 0).`,
            },
          };
        },
        { nl: written, en: written },
      );
    },
  };
}
