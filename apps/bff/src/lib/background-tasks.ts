/** Work that goes on after the answer. It must not be lost when the house closes, nor fail loudly. */
export interface BackgroundTasks {
  run(task: () => Promise<void>): void
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>
}

export function makeBackgroundTasks(onFailure: (error: unknown) => void): BackgroundTasks {
  const underWay = new Set<Promise<void>>()
  return {
    run: (task) => {
      const running = task()
        .catch(onFailure)
        .finally(() => underWay.delete(running))
      underWay.add(running)
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
