/** What is there to click on, as soon as it is. */
export async function found(selector: string, within: ParentNode = document): Promise<HTMLElement> {
  for (let frames = 0; frames < 600; frames += 1) {
    const element = within.querySelector<HTMLElement>(selector);
    if (element) return element;
    await new Promise(requestAnimationFrame);
  }
  throw new RangeError(`there is no ${selector}`);
}
