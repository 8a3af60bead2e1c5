const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** From half a second to eight, with jitter: the phones of a hall do not knock in step. */
const pauseMs = (attempt: number): number => Math.min(8000, 1000 * 2 ** attempt) * (0.5 + Math.random() / 2)

/** A part of the program that loads later, on a network that may be bad: asked for until it is here. */
export async function keepTrying<T>(load: () => Promise<T>): Promise<T> {
  // Added once, however often it is said.
  document.addEventListener('error', onError, true)
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await load()
    } catch {
      await wait(pauseMs(attempt))
      await loadStylesAgain()
    }
  }
}

/* The bundler's loader asks for a style once; one that did not come would stay away while its script comes. */
const failed = new Set<HTMLLinkElement>()
const onError = ({ target }: Event) =>
  target instanceof HTMLLinkElement && target.rel === 'stylesheet' && failed.add(target)

async function loadStylesAgain(): Promise<void> {
  const links = [...failed]
  failed.clear()
  await Promise.allSettled(links.map(loadAgain))
}

function loadAgain(link: HTMLLinkElement): Promise<void> {
  const next = link.cloneNode() as HTMLLinkElement
  return new Promise((resolve, reject) => {
    next.onload = () => resolve()
    next.onerror = () => reject(new Error(`${next.href} did not load`))
    link.replaceWith(next)
  })
}
