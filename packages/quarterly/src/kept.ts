/** The value kept under a key, made the first time it is asked for. */
export function kept<Key, Value>(
  values: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  let value = values.get(key);
  if (value === undefined) values.set(key, (value = make()));
  return value;
}

/** A function of an object that never changes, computed once for each object. */
export function oncePer<Key extends object, Value>(make: (of: Key) => Value): (of: Key) => Value {
  const values = new WeakMap<Key, Value>();
  return (of) => {
    let value = values.get(of);
    if (value === undefined) values.set(of, (value = make(of)));
    return value;
  };
}

/** Lists by key, in order of their first item. */
export function listsBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const lists = new Map<Key, Item[]>();
  for (const item of items) kept(lists, keyOf(item), () => []).push(item);
  return lists;
}

/** A map of its own for each object, such as what is known of it by name. */
export const mapPer = <Key, Value>(): ((of: object) => Map<Key, Value>) => oncePer(() => new Map<Key, Value>());
