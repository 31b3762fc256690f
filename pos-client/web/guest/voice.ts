// Says a sentence by the browser's own voice, where it has one for the page's language; else the screen alone tells.
export class Voice {
  say(words: string): void {
    const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;
    if (!speech) return;
    speech.cancel();  // the newest sum alone counts
    const sentence = new SpeechSynthesisUtterance(words);
    sentence.lang = document.documentElement.lang;
    const voice = speech.getVoices().find((one) => one.lang.replace('_', '-').startsWith(sentence.lang.slice(0, 2)));
    if (voice) sentence.voice = voice;
    speech.speak(sentence);
  }
}
