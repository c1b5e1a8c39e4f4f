type Simulated = { happyDOM: { setViewport(size: { width: number; height: number }): void } }

export const resize = (width: number, height = 768) => (window as unknown as Simulated).happyDOM.setViewport({ width, height })
