import type { DemoTopic } from './demo-topic.js';

/** The kitchen and the garden, in English. */
export const demoEnglishA: readonly DemoTopic[] = [
  {
    author: 'mara',
    angles: [
      {
        title: 'What I would tell myself in the first year of the allotment',
        tags: ['gardening', 'seasons'],
        plan: 'aBDFI',
        opening: `Eight years ago I was handed the key to a narrow plot with a leaning shed, a bathtub full of rainwater
and a knee-high lawn of couch grass. I made nearly every mistake available. Here is the short letter I
would send back if the post ran in that direction.`,
        closing: `None of this would have convinced me at the time, of course. Some things have to be learned with a fork
in your hand and rain running down your neck.`,
      },
      {
        title: 'A small plot, honestly measured',
        tags: ['gardening', 'economics'],
        plan: 'CEGHJ',
        opening: `For one full season I kept a kitchen scale in the shed and wrote down everything that left the gate. I
wanted to know whether the plot pays for itself, and in which currency.`,
        closing: `The sum came out slightly positive, if I count my hours as leisure, and absurdly negative if I do not. I
intend to go on counting them as leisure.`,
      },
      {
        title: 'Watering less and getting more',
        tags: ['gardening', 'seasons'],
        plan: 'DBCJ',
        opening: `We had six weeks without proper rain this summer and the tap at the end of the lane was turned off for
four of them. To my surprise the plot came through it better than in wet years.`,
        closing:
          'The neighbour with the sprinkler had bigger marrows than I did. Nobody has ever wanted a bigger marrow.',
      },
      {
        title: 'October is the real beginning of the gardening year',
        tags: ['gardening', 'seasons'],
        plan: 'HBGIA',
        opening: `The glossy catalogues arrive in January and the crowds arrive in April, but the year in my notebook
starts in the second week of October, when the beans come down and the ground is still warm.`,
        closing: `By the time the clocks change, everything that matters about next summer has already been decided. The
rest is weather.`,
      },
    ],
    bank: `## Look before you dig

The best month I ever spent on the plot was one in which I planted nothing. I watched where the frost lay
at nine in the morning, where puddles stayed after rain and which corner the wind came round. Three
sheets of squared paper later I knew that the sunny bed I had planned for tomatoes was in shade from four
o'clock onwards, and that the ugly strip beside the shed was the warmest ground I had.

## Feed the soil and leave it alone

I no longer turn the whole plot over every autumn. I spread two fingers of compost on the surface, let
the worms carry it down, and fork only where something with a deep root has to come out. The first year
this looked like laziness. By the third year I could push a cane into the ground with one hand, and the
weeds that used to come up in a green carpet came up one at a time, each with a guilty look.

## Crops that earned their place

After a season on the scale, the league table was not what I expected:

- **Climbing beans**: eleven kilos from a row as long as a bicycle.
- **Chard**: picked from May to November, never once admired, always eaten.
- **Garlic**: planted on a cold afternoon and forgotten until July.
- **Sweetcorn**: nine cobs, of which the badger had seven.

Potatoes gave the most weight and the least money. I grow a single row anyway, because lifting the first
plant is the nearest an adult gets to finding treasure.

## Water deeply or not at all

A sprinkle every evening teaches roots to stay near the surface, where the next hot day will find them. I
give each bed a proper soaking once a week, slowly, with the can's rose taken off and the water poured at
the foot of the plants. Then I cover the damp soil with grass clippings or old straw. Push a finger in up
to the second knuckle: if it comes out with soil stuck to it, go home.

## What the seed packet leaves out

Packets tell you how deep and how far apart; they do not tell you that all forty lettuces will be ready
on the same Tuesday. I now sow a pinch every fortnight from March until August, in a tray the size of a
paperback. Half of the trays are wasted in some way, by slugs or by me, and the other half keep us in
salad without a single glut.

## Slugs, and how I made my peace

I have tried beer, copper, eggshells, wool and swearing. What works is dull: raise plants in pots until
they are as tall as a hand, water in the morning rather than the evening, and clear away the planks under
which slugs spend the day. I also leave a rough corner for the frogs. The losses are now about one plant
in ten, and I simply sow eleven.

## The paper record

A pencil on a string hangs inside the shed door next to an exercise book. The entries are short: the
date, what was sown, what was eaten, what failed. I don't trust my memory with any of it, since my memory
insists that every summer was sunny and every courgette small. Reading last year's page before this
year's sowing has saved me more money than any tool I own.

## Planting garlic and broad beans

Two crops like to go in when everybody else is packing up. I break garlic heads into cloves, keep the fat
outer ones, and set them a hand's width apart with the tip just under the surface. Broad beans go in a
double row with a line of string on each side. Both look like nothing all winter, thin green pegs in
frozen ground, and both are a month ahead of anything sown in spring.

## Ask the old man with the leeks

On every site there is somebody who has held the same plot for thirty years and never raises his voice.
Mine is called Walter. He told me which week the late frost really comes, that the water butt freezes
from the tap upward, and that I should pick more and sooner. I have read perhaps twenty gardening books,
and I would exchange the lot of them for a folding chair beside Walter's leeks.

## The hours nobody counts

My notebook says that I spent a hundred and sixty hours on the plot last year, most of them in slices of
forty minutes after supper. I cannot say they were all work. Some of them went into drinking tea on an
upturned crate, and some into talking about the price of manure. If there is a better return on an hour
than coming home tired in the arms and quiet in the head, I have not come across it.
`,
  },
  {
    author: 'mara',
    angles: [
      {
        title: 'Compost for people who are not patient',
        tags: ['gardening', 'seasons'],
        plan: 'AbCEG',
        opening: `People speak about compost as if it were a religion with a waiting list. It is closer to cooking: some
materials, some heat, some attention. You can have a usable heap in ten weeks if you stop treating it as
a bin.`,
        closing: `If all of that sounds like too much effort, do nothing. It will still become compost. It just will not be
in a hurry.`,
      },
      {
        title: 'The heap that went cold, and three that did not',
        tags: ['gardening', 'craft'],
        plan: 'dAFE',
        opening: `Last winter's heap was a failure: a sodden, sulking cube that smelled like a drain. I took it apart in
March, layer by layer, to find out what I had done.`,
        closing: `I have started to think of a bad heap as a letter with the words in the wrong order. Take it apart,
shuffle it, and it usually says something sensible.`,
      },
      {
        title: 'A worm box under the kitchen sink',
        tags: ['gardening', 'parenting'],
        plan: 'HFGe',
        opening: `My daughter asked for a pet, and I offered her a thousand. We built the worm box on a wet Sunday out of
two storage crates and a drill, and it has lived under the sink for two years now.`,
        closing: `The worms have no names, as there was some difficulty telling them apart. They are nevertheless the
best-behaved animals we have kept.`,
      },
      {
        title: 'Leaf mould, the slowest luxury',
        tags: ['gardening', 'seasons'],
        plan: 'IAEG',
        opening: `There are a few things I make that cannot be hurried at any price. One is vinegar, another is children,
and the third is leaf mould.`,
        closing: `I put this year's leaves in the cage on Saturday. They will be ready when my youngest starts school,
which is a strange and rather pleasing way to own a calendar.`,
      },
    ],
    bank: `## Brown and green, by the bucket

The only rule that I follow is one bucket of green to two of brown. Green is anything fresh and wet:
peelings, grass, coffee grounds, the weeds before they seed. Brown is anything dry that was once a plant:
torn cardboard, straw, last year's stalks. When the heap smells, it wants brown. When it sits there like
a heap of luggage, it wants green. I keep a dustbin of torn cardboard beside it so that I have no excuse.

## Smaller pieces, quicker heap

Cabbage stalks and whole corn cobs will outlive us all. I lay anything thicker than a thumb on the path
and chop it with the edge of a spade, which takes five minutes and a certain amount of temper. A chopped
heap warms up in two days. An unchopped heap with exactly the same things in it takes a month to reach
the temperature of a bath.

## Turn it twice

I have two bays made from pallets. On the first of the month, whatever stands in the left bay is forked
into the right, with the outside of the heap thrown into the middle. It steams, it smells of mushrooms,
and it sinks by a third within the week. A second turn, three weeks later, finishes the job. Turning more
often than that is exercise, and should be counted as such.

## The autopsy

The trouble was plain as soon as I cut a slice through it. There were three thick mats of grass
clippings, each as tight as felt, with wet potato peel sealed between them. No air had been inside since
November. There was also a complete teaspoon, two plastic labels and a child's sock. I shook everything
apart, mixed in a barrow of shredded paper, and had steam by the weekend.

## How to tell when it is done

Finished compost does not look like the bag from the garden centre. It is lumpy, dark, a little fibrous,
and has a scatter of eggshell. The test I use is a sealed jar: put a handful in it, leave it on the
windowsill for three days, and open it. If it smells of woodland after rain, it is ready. If it smells of
anything that makes you pull your head back, close the lid and wait a month.

## What never goes in

- Bread and cooked rice, because of the rats, who are good readers of menus.
- Perennial weeds with white roots, unless they have been drowned in a bucket first.
- Glossy card, tea bags with a plastic skin, and the stickers on fruit.
- Ash from the barbecue, since you never know what was in the charcoal.

Everything else is negotiable. A small amount of citrus does no harm whatsoever, in spite of what is said
on the internet.

## Counting what we throw away

For a month we weighed the caddy before emptying it. A household of four produced a little over three
kilos of peelings and grounds every week, far more than we guessed. The interesting part was the bread:
once it had a number next to it, we began to freeze half of every loaf. The heap taught us more thrift
than the household budget ever did.

## Things a child learns from rot

She learned that nothing is thrown away, only moved. She learned that a banana skin vanishes in a
fortnight and a peach stone does not. She learned to be gentle with something that is frightened of
light. When her grandfather's dog died she asked, quite calmly, whether he would become a garden. I did
not have to invent the answer, because she had already seen it happen under the sink.

## A cage of leaves

Four posts, a length of chicken wire, and every leaf that the street lets me have. I tread them down,
soak them once, and walk away for two years. No turning, no mixing, no kitchen scraps. Oak and beech are
best; plane leaves are like leather and should be run over with the mower first. What comes out is black,
springy and almost weightless, and seedlings grow in it as if they had been waiting for it all along.
`,
  },
  {
    author: 'mara',
    angles: [
      {
        title: 'Sourdough without the sermon',
        tags: ['baking', 'cooking'],
        plan: 'ACDFH',
        opening: `There is a lot of theology around sourdough, most of it written by people with very good ovens. I bake
two loaves each Saturday in an ordinary kitchen with a draught. This is all I know.`,
        closing: `Bake it again next week and change one thing only. That is the whole method, and nobody can sell it to
you.`,
      },
      {
        title: 'My loaf was flat, and yours may be flat for the same reason',
        tags: ['baking', 'debugging'],
        plan: 'CEGdF',
        opening: `A friend sent me a photograph of what she called a crumpet with ambitions. I recognised it immediately,
as I had made the same one every week for a year.`,
        closing: `She wrote back on Sunday with a picture of something round. I have rarely been so proud of another
person's lunch.`,
      },
      {
        title: 'Baking on a weekday, when you have a job',
        tags: ['baking', 'parenting'],
        plan: 'HBCAi',
        opening: `It took me too long to see that bread needs a day but very little of mine. The dough will wait almost
anywhere; the trick is to decide where it should do its waiting.`,
        closing:
          'The house smells of toast at half past six in the morning. As an alarm clock, it is unbeatable.',
      },
      {
        title: 'A notebook for bread',
        tags: ['baking', 'craft', 'handwriting'],
        plan: 'JgEAI',
        opening: `My baking book has no recipes in it. It is a cheap pad, floury at the corners, and each page has four
lines. After three years it is worth more to me than the shelf of handsome volumes above it.`,
        closing: `The last line of every page says what I would do differently. It almost always says the same thing: wait
a bit longer.`,
      },
    ],
    bank: `## The formula I use

Everything is by weight and everything is relative to the flour, so the sum works for one loaf or for
nine.

| Ingredient | Share | For one loaf |
| --- | --- | --- |
| Strong white flour | 80% | 400 g |
| Wholemeal flour | 20% | 100 g |
| Water | 70% | 350 g |
| Ripe starter | 20% | 100 g |
| Salt | 2% | 10 g |

Seventy per cent water is wet enough for an open crumb and dry enough that you can shape it without
crying.

## The starter is not a pet

Mine lives at the back of the fridge in a jam jar, and I feed it on Friday mornings with equal weights of
flour and water. If I am away for a month it grows a grey liquid on top and looks like an accusation. I
pour that off, feed it twice, and it forgives me by the evening. It does not need a name, a blanket or a
babysitter.

## Time is an ingredient

At twenty-four degrees my dough doubles in five hours; at eighteen it takes nine. The recipe that says
four hours was written in someone else's summer. I stopped watching the clock and started to use a
straight-sided jar: I drop a walnut of dough in it, mark the level with a rubber band, and wait until it
has grown by three quarters. The jar is right every time.

## Shaping with a light hand

Tip the dough out, pull each side over the middle as if folding a letter, then roll it towards you so
that the skin tightens. Stop as soon as it feels like a cheek. If you go on, the skin tears and the gas
you have waited all day for escapes through the hole. I use rice flour in the basket, as it does not turn
to glue in the way wheat flour does.

## Reading the crumb

Cut the loaf when it is cold, and look. Big holes at the top with a dense band below mean that it went in
too early. Small even holes and a pale flat crust mean it went in too late, and had nothing left to give.
A gummy streak along the base is usually an oven floor that was not hot enough. The slice is a diagram of
the day you had.

## A covered pot beats a clever oven

Bread rises in the oven only as long as its skin stays soft, and the skin stays soft in steam. I heat an
iron casserole for forty minutes, lower the dough in on a sheet of paper, cut it once with a razor blade,
and put on the lid. Twenty-five minutes with, twenty without. I have tried trays of water, spray bottles
and wet towels. The pot is simpler and has never flooded the kitchen.

## It was the flour that changed

In the third winter everything went slack for no reason I could find. Same weights, same jar, same hands.
It turned out that the mill had switched to a new harvest with less protein, and the dough could no
longer hold the water. I dropped from seventy to sixty-six per cent and it stood up again. Since then I
write the batch number from the bag at the top of the page.

## A timetable that fits around work

1. **Thursday, breakfast.** Feed the starter; leave it on the counter.
2. **Thursday, six o'clock.** Mix, rest for half an hour, add the salt.
3. **Before bed.** Four rounds of folding, a minute each, whenever I pass.
4. **Bedtime.** Shape, into the basket, into the fridge.
5. **Friday, six in the morning.** Straight from the cold into the hot pot.

My own hands are busy for perhaps twenty-five minutes in all of that.

## On giving the second loaf away

One loaf is food and the second is a letter. I have given loaves to the postman, to a neighbour whose
music I do not like, and to the woman at the surgery who found us an appointment. It is hard to be on bad
terms with a person whose bread is in your toaster. If there is an argument for baking that the
supermarket cannot answer, it is this one.

## Four lines a page

The first line is the temperature of the kitchen and of the water. The second is the time from mixing to
shaping. The third is a rough drawing of the slice, with the holes where they really were. The fourth is
the verdict, and I try to be plain: "good", "sour", "eaten anyway". Numbers on their own have never told
me much, but numbers beside a drawing tell me almost everything.
`,
  },
  {
    author: 'mara',
    angles: [
      {
        title: 'Stock on a Sunday, soup until Thursday',
        tags: ['cooking', 'seasons'],
        plan: 'AbEIh',
        opening: `Sunday afternoon is when the bones come out of the freezer. By the time it is dark there is a pan on the
back ring, barely moving, and the windows have gone to fog. The rest of the week hangs from that pan.`,
        closing: 'On Friday we have toast. By then everyone is quite ready for toast.',
      },
      {
        title: 'Five soups from one drawer of vegetables',
        tags: ['cooking', 'gardening'],
        plan: 'CEFhB',
        opening: `There is a point in November when the plot gives me carrots, leeks, cabbage and nothing else, and goes on
giving them to me till March. Soup is how we remain on speaking terms.`,
        closing: `If the drawer holds only a turnip, be brave, add butter, and tell no one what it is until the bowls are
empty.`,
      },
      {
        title: 'What my grandmother did with an onion',
        tags: ['cooking', 'history'],
        plan: 'DhAgJ',
        opening: `She owned one good knife, one heavy pan and a wooden spoon with a flat side that she had worn into it
herself. I watched her make soup perhaps two hundred times and never saw her measure a thing.`,
        closing: `The spoon is in my kitchen drawer now. The flat side fits my pan, but not my hand; I have begun to wear
in a corner of my own.`,
      },
      {
        title: 'Salt, acid, and the last two minutes of a soup',
        tags: ['cooking', 'craft'],
        plan: 'FDeI',
        opening: `Most soup that disappoints is not badly made. It is only unfinished, in the way that a sentence is when
it stops before the verb.`,
        closing: `Taste, wait, taste again. The difference between plain and good usually turns out to be the size of a
teaspoon.`,
      },
    ],
    bank: `## A pan that hardly moves

Stock is extraction, and extraction has no use for violence. Cover the bones with cold water, bring it up
slowly, skim the grey foam, and turn it down until one bubble breaks every second or so. A rolling boil
beats the fat into the liquid and you get something cloudy that tastes of candles. Three hours for
chicken, forty minutes for vegetables, twenty for fish; longer than that and you are cooking the pan.

## Keep a bag in the freezer

Leek tops, parsley stalks, mushroom peelings, the rind from the cheese, the ends of a carrot: it all goes
in one bag until the bag is full. Leave out cabbage and anything from the same family, which turns
sulphurous, and beetroot, unless you enjoy surprises. The bag costs nothing, and it is the only thing in
my freezer that I never have to label.

## The rota

- **Leek and potato**, blended smooth, with black pepper and too much butter.
- **Carrot and red lentil**, with cumin and a squeeze of lemon.
- **White bean and cabbage**, thick enough to hold up the spoon.
- **Barley and mushroom**, made a day ahead, as barley goes on drinking.
- **Onion**, for the evening when there is nothing else at all.

None of them takes more than forty minutes if the stock is already there.

## The patient onion

Everything begins with an onion cut small and cooked in fat, slowly, under a lid, with a pinch of salt so
that it weeps. It should become transparent and then golden, and never hiss. This is fifteen minutes in
which you cannot do anything else of importance, and I used to resent them. Now I lay the table, or stand
there. The sweetness that you taste at the end was put in during those fifteen minutes and cannot be
added later.

## Blend half

A soup blended entirely smooth is for the nursery or for a hotel. A soup with everything in pieces can be
a stew with poor posture. I take out two ladlefuls, blend those, and pour them back. The liquid turns
thick and glossy without flour or cream, and there is still something to chew. It works with beans,
potatoes, squash and any lentil.

## Acid is the switch on the wall

When a soup tastes flat, people reach for salt, and then for more salt. Try half a teaspoon of vinegar
first, or lemon, or the liquid out of the pickle jar. Nothing becomes sour; it is more as if somebody had
turned on the light and you could see what was in the room. Tomato soups rarely need it. Bean soups
always do.

## Feeding people who say they are not hungry

Illness, exams, heartbreak and moving house all have the same dish. A bowl of broth with small pasta in
it demands no decisions and can be held in both hands. I have carried jars of it across town on the bus,
wrapped up in a towel. Nobody has ever said that they wanted soup, and nobody has ever sent any back.

## Bread at the bottom

Old bread is not a failure, it is an ingredient that has already had its water removed. Toast it hard,
rub it with garlic, lay it in the bowl and ladle the soup on top. In ten minutes the crust is silky, with
one obstinate corner left. There is a reason why half of the peasant cooking of Europe comes down to
this, and it is not only poverty.

## How long it keeps

Three days in the fridge, if it went in cold. I stand the pan in the sink in cold water and stir it for
five minutes before it goes in, since a big hot pan warms the milk and everything near it. Soups with
potato go grainy in the freezer; soups with beans come out better than they went in. Boil it once when
you bring it back, and season it again, for the cold eats salt.

## Handing down what was never written

When I asked for the recipe she said, "You put in what there is." It sounded like a refusal. I now
believe it was the most exact instruction she could give: look first, then decide. I have tried to write
it down for my own children with weights and times, and each version comes out longer and less true. So
they stand beside me at the stove and chop, and that seems to be how it travels.
`,
  },
  {
    author: 'mara',
    angles: [
      {
        title: "Sauerkraut, a beginner's diary",
        tags: ['fermentation', 'cooking'],
        plan: 'AbDfH',
        opening: `Cabbage, salt, a jar, and some nerve. I put off making sauerkraut for years because I was afraid of
poisoning my family, and then did it in twenty minutes between two loads of washing.`,
        closing: `Day thirty: the jar is empty, the next is already fizzing, and I am no longer afraid of anything that
lives in brine.`,
      },
      {
        title: 'Brine by numbers',
        tags: ['fermentation', 'craft'],
        plan: 'CaEDI',
        opening: `I like recipes that collapse into a single sum. With salted vegetables there is one number to get right,
and once it is right the rest is up to the temperature of your hallway.`,
        closing:
          'Write the percentage on the lid with a wax pencil. You will want to blame it, or to thank it.',
      },
      {
        title: 'The shelf of bubbling jars',
        tags: ['fermentation', 'parenting', 'seasons'],
        plan: 'GFJH',
        opening: `Visitors tend to notice the shelf in the passage before they notice us. At present it holds seven jars,
three of which are audibly alive.`,
        closing:
          'My son has asked whether the jars mind being eaten. We agreed that they had probably seen it coming.',
      },
      {
        title: 'Pickles worth the wait, and pickles that are not',
        tags: ['fermentation', 'cooking'],
        plan: 'IEcHG',
        opening: `Not everything improves for being left in salt water. After four summers of putting every vegetable in
the catalogue under brine, I have opinions.`,
        closing: 'Next year: fewer experiments, more cucumbers. I say that every year, too.',
      },
    ],
    bank: `## Two per cent, and a scale

Weigh the shredded cabbage, multiply by two, divide by a hundred: that is your salt. For a kilo it is
twenty grams, a heaped tablespoon, but use the scale. Below one and a half per cent things can go soft or
strange; above three they hardly move, and nobody enjoys the result. Sea salt, rock salt, it makes no
difference so long as there is no iodine added to it.

## Massage, pack, press

Rub the salt in with your hands and leave it for a quarter of an hour. The cabbage will slump and stand
in a pool of its own juice, and that juice is all the brine you need. Pack it into the jar a fistful at a
time and press each layer until the liquid comes over the top. The air pockets are the enemy. I use the
end of a rolling pin, and an old shirt.

## Brine for things that are whole

Cucumbers, carrots and beans will not give up enough water of their own, so they need a bath. I weigh the
jar empty, fill it with the vegetables and water, weigh it again, and take three per cent of the
difference:

\`\`\`text
jar with contents   1840 g
jar alone          - 440 g
vegetables + water  1400 g
salt at 3 %           42 g
\`\`\`

Weighing the lot, and not just the water, is what makes it come out the same every time.

## Keep it under

Every disaster I have had began with a leaf that floated. Whatever stands above the liquid meets air, and
on meeting air it grows a coat. A small glass inside the neck of the jar, or a bag with a little brine in
it, holds everything down. White film on the surface is ugly but harmless and can be lifted off with a
spoon. Anything furry or brightly coloured means starting again, without a speech.

## Crisp or limp

Warmth gives you speed and takes away the crunch. At twenty-five degrees a cucumber is sour in four days
and bends like a glove. At sixteen it takes two weeks and snaps. I put an oak or a vine leaf in each jar
for the tannin, cut off the blossom end of every cucumber, and find the coolest bit of floor in the house.

## Listening to the jar

For the first two days nothing occurs and you assume that it has died. On the third day it starts to
tick. Bubbles climb up the glass, the brine clouds, and when you loosen the lid it sighs. I put each jar
on a saucer for the first week since it always boils over at night. After about ten days it goes quiet
again, and this is when you should taste it.

## Why there is a shelf at all

It began with a glut of cabbages and a freezer that was already full. Then I noticed what the jars did to
our suppers: a plate of rice and an egg, which is nothing, became dinner once there was something sour
and crunchy beside it. We waste less now as well. The half cucumber, the last of the radishes, the stalks
from the cauliflower: there is always a jar with room in it.

## Eating it up

- With sausages, obviously, but stewed with apple first.
- Under a fried egg, straight out of the jar.
- The brine in salad dressing, in place of vinegar and salt.
- Chopped into a potato pancake, where children do not find it.

If it is cooked, what lived in it will be gone, but the flavour stays. I do not take sides in that
argument; there is plenty of both.

## A short table of verdicts

| Vegetable | Weeks | Would I do it again? |
| --- | --- | --- |
| Cabbage | 4 | Always |
| Green beans | 2 | Yes, with garlic |
| Carrot | 2 | For the children |
| Cauliflower | 1 | It smells, but yes |
| Courgette | 1 | Never |
| Whole green tomato | 5 | Only if there is frost |

The courgette became a kind of sad sponge. I mention it so that its sacrifice was not for nothing.

## What the children think

The eldest eats sauerkraut from the jar with her fingers, the youngest calls it angry salad. Both of them
know that the bubbles are somebody breathing out. We put the same cabbage into three jars, one in the
kitchen, one in the hall and one in the cellar, and they took turns to taste and draw faces on a chart.
It was the first experiment either of them had planned from beginning to end, and they defended the
results fiercely.
`,
  },
  {
    author: 'mara',
    angles: [
      {
        title: 'Reading aloud, well past the age they say you should stop',
        tags: ['parenting', 'reading'],
        plan: 'ABEG',
        opening: `My eldest can read perfectly well on her own and has been able to for five years. I still read to her
each night for twenty minutes. People look surprised, and then a bit wistful.`,
        closing: `One evening it will be the last time and neither of us will know it. That is a good reason to do the
voices properly.`,
      },
      {
        title: 'The library card experiment',
        tags: ['parenting', 'reading'],
        plan: 'CDHFJ',
        opening: `In September we put away the tablet, without any ceremony, and walked to the library instead. It was not
meant to be a principle. It was raining, and it was free.`,
        closing: 'The tablet is still in the drawer. I believe the battery is flat; nobody has checked.',
      },
      {
        title: 'Boredom, and how to leave it alone',
        tags: ['parenting', 'seasons'],
        plan: 'FGH',
        opening: `"There's nothing to do" is the sound of a machine starting up. It took me the better part of a decade to
learn not to switch it off.`,
        closing: `The afternoon ended with a city made of potatoes and a court case about its mayor. I could not have
planned it, and I was not invited.`,
      },
      {
        title: 'How we talk about a book at supper',
        tags: ['parenting', 'reading'],
        plan: 'IADJ',
        opening: `I used to ask what the book was about, and I got what I deserved: a shrug, or the whole plot. It turns
out that there are better questions.`,
        closing: `The best conversation of the month started with a dragon and finished with a question about taxes. I
recommend dragons.`,
      },
    ],
    bank: `## The story they cannot read yet

There is a gap of about three years between the books that a child can decode and those she can
understand. Reading aloud lets her live in the upper storey while she is still laying bricks in the lower
one. Last year we read a fat Victorian novel with sentences as long as a train. She would never have
opened it by herself, and she corrected my pronunciation of the villain.

## Slow pages

I read slower than feels natural. When there is a picture I shut up altogether and count to twenty.
Children see things in pictures that we walk past: the mouse behind the coal, the second moon. If you
turn the page at adult speed, you teach them that the words are the business and the rest is decoration.

## A bag, a limit, and no opinions

Our rules for the library are simple. Each child has a cloth bag, and whatever fits can come home. I do
not comment on the choices. In the first month we had eleven books about sharks and a manual for a
washing machine. By the fourth there was a pattern, and it was theirs: birds for one, people who escape
from islands for the other. I would have picked better books and got worse readers.

## The librarian

She is called Mrs Adeyemi and she has a memory like a card index. She never says that a book is too hard.
She says, "Have this one as well, in case it gets dark." My son, who does not speak to adults on
principle, speaks to her for ten minutes every Saturday. A person who remembers what you liked last time
is a rare thing at any age, and it costs us nothing beyond the walk.

## The same book for the fortieth time

There was a year in which every day ended with the same digger. I could recite it in the dark, and did. I
understand it better now: the child already knows that the digger will be mended, and that is the point.
It is a rehearsal of the world behaving as it should. When she had had enough of certainty she put the
digger away by herself and asked for something with wolves.

## An hour with no plan

I keep one hour after lunch on Sundays when no one organises anything, including me. There are no screens
and no suggestions. The first ten minutes are awful. There is sighing, there is lying on the floor. Then
somebody finds a cardboard box or a length of string. What follows is usually loud and frequently damp,
and I have learned to stay in the next room with a newspaper.

## What boredom is for

As a girl I spent whole summers at my aunt's farm where there was one shelf of books and no television. I
remember the boredom as a sort of landscape, flat and very wide. Everything I have enjoyed since then,
growing things, baking, writing this, I first began in order to get across it. I am not sure I could have
found any of it with something brighter in my hand.

## What it did to the evenings

Not a miracle. They still quarrelled about the bath. But the hour before supper, which used to be a fight
over a screen, turned into people lying on the carpet in odd positions and not replying when spoken to. I
recognise that rudeness; I was raised to it. The youngest began to tell stories to the cat, in full
sentences, with chapters.

## Better questions

- Who in the book would you not want to sit beside?
- What did the writer leave out?
- Was there a moment when you wanted to shout at somebody?
- If it had one more chapter, who would come to the door?

None of these has a right answer, which is why they get one. I answer them too, about whatever I am
reading, and am not allowed to say that mine is too complicated to explain.

## Let them abandon it

We have a shelf by the stairs for books that someone has given up on, and nobody needs to give a reason.
It took away the dread of starting. Some of those books have been rescued a year later by the same child
who dropped them. I have put a few of mine there as well, including one that I had been pretending to
read since my honeymoon.
`,
  },
];
