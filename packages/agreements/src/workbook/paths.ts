type Tree = Record<string, unknown>;

/** The value at a path ("source.article"); undefined if there is none. */
export const at = (tree: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (here, step) => (typeof here === "object" && here !== null ? (here as Tree)[step] : undefined),
      tree,
    );

/** Sets a value at a path and creates the objects on the way. */
export function put(tree: Tree, path: string, value: unknown): void {
  const steps = path.split(".");
  const last = steps.pop()!;
  let here = tree;
  for (const step of steps) {
    here[step] ??= {};
    here = here[step] as Tree;
  }
  here[last] = value;
}
