import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathJsInstance,
  MathNode,
  ParenthesisNode,
  SymbolNode,
} from "mathjs";
import {
  absent,
  derive,
  Fraction,
  InputError,
  type Quantity,
  type Text,
  type Unit,
} from "@prestatieafspraken/indicators";

/** Upper bounds of an expression: far more than an indicator needs, far less than would keep a computer busy. */
export const ownExpressionBounds = { characters: 1000, depth: 40, parts: 300, digits: 30 } as const;

/** Allowed functions and their maximum number of arguments. */
const functions: Readonly<Record<string, number>> = {
  min: Infinity,
  max: Infinity,
  sum: Infinity,
  floor: 1,
  ceil: 1,
  abs: 1,
};
const functionNames = Object.keys(functions).join(", ");

/** The type of a sub-expression: a number, or a condition for ?:. */
type Kind = "number" | "condition";
/** Operand and result type of each allowed operator. */
const operations: Readonly<Record<string, readonly [of: Kind, makes: Kind]>> = {
  add: ["number", "number"],
  subtract: ["number", "number"],
  multiply: ["number", "number"],
  divide: ["number", "number"],
  unaryMinus: ["number", "number"],
  unaryPlus: ["number", "number"],
  larger: ["number", "condition"],
  largerEq: ["number", "condition"],
  smaller: ["number", "condition"],
  smallerEq: ["number", "condition"],
  equal: ["number", "condition"],
  unequal: ["number", "condition"],
  and: ["condition", "condition"],
  or: ["condition", "condition"],
  not: ["condition", "condition"],
};
const reserved = new Set([
  ...Object.keys(functions),
  ...["and", "or", "not", "xor", "mod", "to", "in", "end", "true", "false", "null", "undefined", "NaN", "Infinity"],
]);

const refusal = (nl: string, en: string): InputError =>
  new InputError(
    {
      nl: `De formule van deze indicator kan niet worden gebruikt: ${nl}`,
      en: `The expression of this indicator cannot be used: ${en}`,
    },
    "expression",
    "WRONG_EXPRESSION",
  );

/** Cheap checks on the text before it is parsed. */
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

/** A sub-expression as typed; the parser writes 2 as 2/1. */
const asTyped = (part: MathNode): string => part.toString().replace(/(\d+)\/1\b/g, "$1");

/** Walks the parsed expression and refuses everything not allowed, including a condition where a number belongs. */
function checkNode(node: MathNode, names: ReadonlySet<string>): void {
  let parts = 0;
  const expect = (part: MathNode, depth: number, kind: Kind): void => {
    if (walk(part, depth) === kind) return;
    throw kind === "number"
      ? refusal(
          `“${asTyped(part)}” is een voorwaarde en geen getal. Schrijf: voorwaarde ? getal : getal.`,
          `“${asTyped(part)}” is a condition and not a number. Write: condition ? number : number.`,
        )
      : refusal(
          `“${asTyped(part)}” is een getal en geen voorwaarde. Vergelijk het, bijvoorbeeld met > 0.`,
          `“${asTyped(part)}” is a number and not a condition. Compare it, for instance with > 0.`,
        );
  };
  const walk = (part: MathNode, depth: number): Kind => {
    parts += 1;
    if (parts > ownExpressionBounds.parts)
      throw refusal(
        `zij heeft meer dan ${ownExpressionBounds.parts} onderdelen.`,
        `it has more than ${ownExpressionBounds.parts} parts.`,
      );
    if (depth > ownExpressionBounds.depth) throw refusal("zij is te diep genest.", "it is nested too deep.");
    switch (part.type) {
      case "ParenthesisNode":
        return walk((part as ParenthesisNode).content, depth + 1);
      case "ConditionalNode": {
        const { condition, trueExpr, falseExpr } = part as ConditionalNode;
        expect(condition, depth + 1, "condition");
        expect(trueExpr, depth + 1, "number");
        expect(falseExpr, depth + 1, "number");
        return "number";
      }
      case "ConstantNode": {
        const value: unknown = (part as ConstantNode).value;
        // The parser turns a percentage into a division by the plain number 100.
        if (value === 100 || (typeof value === "object" && value !== null && "n" in value)) return "number";
        throw refusal(
          `“${asTyped(part)}” is geen getal. Gebruik getallen en namen van invoer.`,
          `“${asTyped(part)}” is not a number. Use numbers and names of inputs.`,
        );
      }
      case "OperatorNode": {
        const { fn, op, args, implicit } = part as unknown as {
          fn: string;
          op: string;
          args: MathNode[];
          implicit: boolean;
        };
        const operation = Object.hasOwn(operations, fn) ? operations[fn] : undefined;
        if (operation === undefined)
          throw refusal(`de bewerking “${op}” mag niet.`, `the operation “${op}” is not allowed.`);
        if (implicit)
          throw refusal(
            `bij “${asTyped(part)}” ontbreekt het teken tussen twee delen. Schrijf * voor keer.`,
            `“${asTyped(part)}” lacks the sign between two parts. Write * for times.`,
          );
        for (const argument of args) expect(argument, depth + 1, operation[0]);
        return operation[1];
      }
      case "FunctionNode": {
        const { fn, args } = part as FunctionNode;
        const name = (fn as MathNode & { readonly name?: string }).name ?? "";
        const most = Object.hasOwn(functions, name) ? functions[name] : undefined;
        if (most === undefined)
          throw refusal(
            `de functie “${name}” mag niet. Wel: ${functionNames}.`,
            `the function “${name}” is not allowed. Allowed are: ${functionNames}.`,
          );
        if (args.length < 1 || args.length > most)
          throw refusal(
            `de functie “${name}” krijgt ${args.length} waarden; dat past niet.`,
            `the function “${name}” is given ${args.length} values, which does not fit.`,
          );
        for (const argument of args) expect(argument, depth + 1, "number");
        return "number";
      }
      case "SymbolNode": {
        const { name } = part as SymbolNode;
        if (!names.has(name))
          throw refusal(
            `“${name}” is geen invoer van deze indicator. Wel: ${[...names].join(", ")}.`,
            `“${name}” is not an input of this indicator. Inputs are: ${[...names].join(", ")}.`,
          );
        return "number";
      }
      default:
        throw refusal(
          `een onderdeel (${part.type}) mag niet. Gebruik getallen, namen van invoer, + − × / en haakjes.`,
          `a part (${part.type}) is not allowed. Use numbers, names of inputs, + - * / and brackets.`,
        );
    }
  };
  expect(node, 0, "number");
}

/** A compiled expression of an own indicator. */
export interface OwnExpression {
  /** The inputs it uses, in order of first use. */
  readonly uses: readonly string[];
  /** The exact value; unknown if an input is unknown, or if it divides by zero. */
  evaluate(values: Readonly<Record<string, Quantity>>, unit: Unit, label: Text): Quantity;
}

/** The names an expression uses, in order of first use, and its value given theirs. */
interface Calculation {
  readonly uses: readonly string[];
  readonly calculate: (...values: Fraction[]) => Fraction;
}

const asGiven = (name: string): Calculation => ({ uses: [name], calculate: (value) => value });

/** Made once, because making it costs more than all it calculates; nothing that `checkNode` allows can change it. */
let engine: MathJsInstance | undefined;

async function compiled(expression: string, names: readonly string[]): Promise<Calculation> {
  const { create, all } = await import("mathjs");
  const math = (engine ??= create(all ?? {}, { number: "Fraction" }));
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
  const program = node.compile();
  return {
    uses,
    calculate: (...values) => {
      const scope = new Map(uses.map((name, index) => [name, math.fraction(values[index]!.toFraction())]));
      const { s, n, d } = program.evaluate(scope) as Fraction;
      return new Fraction(s * n, d);
    },
  };
}

/**
 * Compiles a municipality's own indicator: an expression over named inputs, computed with exact fractions by mathjs, which is
 * loaded only here, and not for a single name.
 * Allowed: numbers, + - * /, comparisons, `and`, `or`, `not`, `condition ? a : b`, percentages (30%), min, max, sum, floor, ceil
 * and abs. Nothing is rounded; that happens on display.
 * @throws InputError if the expression contains anything else, is too long or too deep, or uses an unknown name.
 */
export async function compileOwn(expression: string, names: readonly string[]): Promise<OwnExpression> {
  boundText(expression);
  const taken = names.find((name) => reserved.has(name));
  if (taken !== undefined)
    throw refusal(
      `“${taken}” kan geen naam van invoer zijn. Kies een andere naam.`,
      `“${taken}” cannot be the name of an input. Choose another name.`,
    );
  // A single name is that input unchanged, which needs no expression engine.
  const single = names.find((name) => name === expression.trim() && /^[a-z_]\w*$/i.test(name));
  const { uses, calculate } = single === undefined ? await compiled(expression, names) : asGiven(single);
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
          try {
            return calculate(...exactly);
          } catch {
            // mathjs throws on division by zero; here it means that there is no outcome.
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
