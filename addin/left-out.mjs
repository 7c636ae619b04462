import typescript from "typescript";

const definitions = /packages[\\/](?:indicators[\\/]dist[\\/]indicators[\\/]|quarterly[\\/]dist[\\/]rules[\\/]pa-)/;
const reference = /packages[\\/]indicators[\\/]dist[\\/]reference\.generated\.js$/;
const examples = new Set(["examples", "edges"]);

/** What to write instead of examples or edges; undefined for everything else. */
const withoutExamples = (node) =>
  typescript.isPropertyAssignment(node) && typescript.isIdentifier(node.name) && examples.has(node.name.text)
    ? `${node.name.text}: {}`
    : undefined;

/** What to write instead of a norm with a note, `{ ...norm3, note: {…} }`: the norm, `norm3`. */
function withoutRemarks(node) {
  const [first] = typescript.isObjectLiteralExpression(node) ? node.properties : [];
  const norm = first && typescript.isSpreadAssignment(first) ? first.expression.text : undefined;
  return /^norm\d+$/.test(norm ?? "") ? norm : undefined;
}

/** The files that have something to leave out. */
export const haveLeftOut = [definitions, reference];

/**
 * Omits data that no page needs in its first script, together a seventh of it: examples of indicators and rules, which
 * only tests and documentation use, and remarks on the norms of the reference agreement, which a page reads with the
 * workbook's agreement.
 */
export default function leftOut(source) {
  const instead = reference.test(this.resourcePath) ? withoutRemarks : withoutExamples;
  const file = typescript.createSourceFile(this.resourcePath, source, typescript.ScriptTarget.ES2022);
  let written = "";
  let end = 0;
  const visit = (node) => {
    const text = instead(node);
    if (text === undefined) return typescript.forEachChild(node, visit);
    written += source.slice(end, node.getStart(file)) + text;
    end = node.end;
  };
  visit(file);
  return written + source.slice(end);
}
