/**
 * Derives a value once per text: the same headers and keys come back in every document. When `most` texts are known all
 * are forgotten, so that no input can make this grow.
 */
export function remember<R>(derive: (text: string) => R, most = 4096): (text: string) => R {
  const known = new Map<string, { readonly value: R }>();
  return (text) => {
    const hit = known.get(text);
    if (hit) return hit.value;
    const value = derive(text);
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}
