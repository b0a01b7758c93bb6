/** One post of a topic: what is its own, and which sections of the topic's bank it goes through. */
export type DemoAngle = {
  title: string;
  tags: readonly string[];
  /** One letter for each section of the bank, a for the first; a capital letter keeps the heading. */
  plan: string;
  opening: string;
  closing: string;
};

/** What one author has to say on one subject, as a bank of Markdown sections and the posts made of them. */
export type DemoTopic = {
  author: string;
  angles: readonly DemoAngle[];
  bank: string;
};
