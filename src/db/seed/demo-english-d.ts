import type { DemoTopic } from './demo-topic.js';

/** Paper, ink, the sky and prices, in English. */
export const demoEnglishD: readonly DemoTopic[] = [
  {
    author: 'rafe',
    angles: [
      {
        title: 'Rags, beaters and a vat: how a sheet of paper used to begin',
        tags: ['paper', 'history'],
        plan: 'AEICG',
        opening: `Before there was wood pulp there was underwear. For some six hundred years the paper of Europe was made
of worn-out linen, and the history of reading depends more than one would think on the history of shirts.`,
        closing: `When you next hold an old book up to the light, look for the chain lines. You're looking at the shadow of
somebody's wire.`,
      },
      {
        title: 'The slow road of paper from east to west',
        tags: ['paper', 'history', 'travel'],
        plan: 'BdEFI',
        opening: `It took paper about a thousand years to travel from the Yellow River to the Mediterranean. A person on
foot could have done it in two. The interesting question is what it was waiting for.`,
        closing: 'It arrived, in the end, a little before it was needed. Useful things often do.',
      },
      {
        title: 'Watermarks, or signatures made of nothing',
        tags: ['paper', 'craft', 'history'],
        plan: 'CGFaK',
        opening: `A watermark isn't printed, pressed or drawn. It is a place where there is slightly less paper, and it was
for centuries the only thing on the sheet that couldn't be added afterwards.`,
        closing: `The scholar I learned this from owned four thousand tracings, and no television. He said there was always
something on.`,
      },
      {
        title: 'Why your paperback is turning brown',
        tags: ['paper', 'reading', 'history'],
        plan: 'HEIJ',
        opening: `The oldest book on my shelf is from 1591 and its pages are the colour of cream. The worst is from 1974
and has the colour, and very nearly the strength, of a digestive biscuit.`,
        closing: "So the old book will see out the new one, and both of them, I'm afraid, will see me out.",
      },
    ],
    bank: `## At the vat

Three people made a sheet. The vatman dipped the mould, a wire sieve in a wooden frame, and lifted it
with a shake to each side so that the fibres locked. The coucher turned it out on a felt, in one roll of
the wrist. The layman pulled the felts away after pressing. A good team made two thousand sheets in a
day, standing in the wet. The vatman's shake was a matter of such habit that many, when they were old,
could no longer do it on purpose.

## What it was waiting for

A craft doesn't travel as an idea; it travels as people, and these must have something to live on when
they arrive. Paper followed offices. Wherever a state began to keep registers and to tax by writing, it
wanted something cheaper than skin that wouldn't take a correction without showing it. This last point
mattered: from parchment you can scrape a figure off. Ink sinks into paper. It was adopted by treasurers
before it was loved by poets.

## A wire sewn to a wire

The mark was a figure bent out of wire and stitched to the sieve. A pot, a hand, a bull's head, later on
a crown or a name. Where the wire lay, the pulp settled more thinly, so light comes through. Since the
figure was sewn by hand it was never twice the same, and it shifted as the stitches wore. By comparing
the damage one can sometimes date an undated letter to within a couple of years.

## Samarkand, and the story of the prisoners

The story goes that the secret passed westward in 751, with Chinese craftsmen taken in a battle by the
river Talas. It's a good story, and historians have grown careful about it, for there's evidence of paper
in the region well before. What seems certain is that Samarkand became famous for it. There was clear
running water, there was flax and hemp, and there was a great library culture to the west of it which had
an appetite.

## The rag economy

To make paper one had to have rags, and there were never enough. There were rag-pickers with licences,
rag smugglers, and laws which forbade the burial of the dead in linen. Prices rose after epidemics had
passed, and fell when people had new clothes. It's no accident that printing spread in the century after
linen became common. Someone had to wear the book before it could be printed.

## Mills by the river

A mill needs water three times: to drive the hammers, to fill the vat, and to wash the rags. The first
two take any stream. The third wants one that's clean, with no iron in it, and preferably no tannery
above. If you mark the early paper mills on a map, you have mapped the good water. Several of those
places still make paper, and others now bottle the stream and sell it.

## Reading a sheet against the light

- **Chain lines**, a thumb's width apart, run parallel to the short side of the mould.
- **Laid lines** lie close together across them, like the lines in a palm.
- **The mark** sits in the centre of one half.
- **The countermark**, if any, is in the other half: initials, or a date which may be false.

Fold the sheet once for a folio, twice for a quarto. From the place of the mark you can tell how the book
was folded, even when the edges have been cut.

## The chemistry of going brown

In the middle of the nineteenth century, rags could no longer satisfy the newspapers and makers turned to
wood. Ground wood contains lignin, which darkens in the light. Worse was the size, the glue that stops
ink from spreading: gelatine gave way to rosin fixed with alum, which is acid. Acid snips the long chains
of cellulose into shorter ones, year after year, until the page breaks along the fold. The book was dying
from the day on which it was bound.

## What size is for

Unsized paper is blotting paper. To be written on it must be made slightly waterproof, and for centuries
that was done by dipping each sheet into a warm broth of hide and bones. The smell of such mills was
famous. Too little, and the letter feathers; too much, and it cracks. One in ten sheets was lost at this
stage, and the room was known, in English mills, as the slaughterhouse.

## What can be done

You can keep it cool, dry and dark. You can wash out the acid with something alkaline, if it's worth the
trouble; there are national libraries which do so by the tonne. You can choose, when you print, a paper
whose wrapper says that it's permanent. In the eighties a group of authors, alarmed by what was happening
to their own first editions, persuaded a good many publishers. It's why a cheap novel from 1995 is often
paler than an expensive one from 1965.

## A sheet made on the kitchen table

I have tried it, with a blender, a picture frame, and an old net curtain. Tear up envelopes, soak them
overnight, blend to a thin soup. Dip, lift, shake once each way, let it drain, turn it out on a
dishcloth. What I got was grey, thick at one corner and had a bit of stamp in it. I held it up to the
window, and there was the weave of my grandmother's curtain, plain as a signature.
`,
  },
  {
    author: 'rafe',
    angles: [
      {
        title: 'Oak galls and iron: the ink that wrote Europe',
        tags: ['ink', 'history'],
        plan: 'AdEFI',
        opening: `For twelve hundred years, nearly everything that mattered was written in a fluid made out of wasps'
nests, rust and gum. I have made a bottle, and I'm writing this with it.`,
        closing: `My bottle is now black as a coat. It has ruined one nib and two shirts, and will, with luck, outlast the
lot of us.`,
      },
      {
        title: 'Lampblack, or writing with soot',
        tags: ['ink', 'history', 'craft'],
        plan: 'BFIJH',
        opening: `The simplest ink there is can be had by holding a plate above a candle. It is also the most permanent.
There's a moral in that, but I haven't found it yet.`,
        closing: "Soot doesn't fade, as it has nothing left to lose. It has already been through the fire.",
      },
      {
        title: 'Making ink in a saucepan that you will not use again',
        tags: ['ink', 'craft'],
        plan: 'CGAdf',
        opening: `I'd like to be clear about the title. I tried scouring, I tried bicarbonate of soda, and I tried an
apology. The saucepan now lives in the shed.`,
        closing: `Label the bottle. I say so as someone who has seen a visitor reach for it, and for the balsamic vinegar,
in that order.`,
      },
      {
        title: 'Blue, black and the colour of authority',
        tags: ['ink', 'economics', 'history'],
        plan: 'DHIJ',
        opening: `There is a reason why the form says "black ink only", and a different one why so many banks would rather
you used blue. Neither is what the clerk will tell you.`,
        closing:
          'I sign in blue-black, out of cowardice. It dries to something that will satisfy either party.',
      },
    ],
    bank: `## What a gall is

A small wasp lays its egg in the bud of an oak, and the tree, offended, builds a wall round it. The
result's a sort of hard brown marble, very rich in tannin. The best came from Aleppo and were gathered
before the insect had eaten its way out: a gall with no hole was worth twice as much as one with. Crush
them, steep them, and you get something like very strong tea.

## How soot becomes ink

Carbon alone won't stay in water. It clumps and floats. Ground with glue or gum, every grain gets a coat
which keeps it from its neighbours, and it'll stay suspended for as long as you keep grinding. In China,
this paste was dried in moulds to be rubbed down again with water on a stone. In Egypt, it was kept as a
cake in the scribe's palette. In both places, they found that the grinding mattered more than the soot.

## The recipe

| What | How much |
| --- | --- |
| Oak galls, crushed | 40 g |
| Rain water | 400 ml |
| Iron sulphate | 20 g |
| Gum arabic | 15 g |

Soak the galls for a week on a warm windowsill. Strain through a stocking. Stir in the iron and watch it
turn, in a second, from brown to violet-grey. Add the gum dissolved in some warm water, and leave it
loosely covered for a fortnight more.

## Black that is not yet black

Fresh iron-gall ink is pale. As you write you can barely see it, and some makers put in a dye to give the
eye something to follow. Then air gets to it. Over an hour or so the line darkens, and by the next
morning it has gone black and has bitten into the sheet. It doesn't lie on top of the paper; it becomes a
part of it. For lawyers, this was the entire attraction.

## The ink that eats

The same reaction leaves acid behind. If the maker used more iron than the tannin could bind, it goes on
working for centuries: first a brown halo, then a crack, then letters which fall out of the page like
biscuits from a cutter. There are scores by Bach that have come down to us partly as lace. Conservators
have a treatment these days, and a mournful name for the disease, ink corrosion.

## Gum holds everything together

Gum arabic is the dried sap of an acacia. It keeps the colour from settling, it makes the ink cling to
the pen in place of running down it, and gives the dry stroke a little shine. Too much, and the line
cracks when the page is turned. The trade in it ran up the Nile and across the Sahara, and in the
eighteenth century there were small wars over it. You've licked it, if you are old enough to have licked
stamps.

## Notes from the shed

- Rain water really is better. Tap water gave me a grey mud.
- A clove in the bottle keeps the mould off, and smells of Christmas.
- Rusty nails will do for the iron, but take a month and can't be weighed.
- Write with a dip pen. In a fountain pen it'll be the end of the fountain pen.

On the third attempt I got a black that I was pleased with. On the first I'd made, so far as I can tell,
gravy.

## Why the office went blue

Aniline dyes came out of coal tar in the 1850s, and within one generation there were violets, reds and
blues that any schoolboy could afford. They flowed well, didn't clog, and faded cheerfully. Registrars
were horrified, and in many countries births and marriages had still to be recorded in iron-gall. For
everyone else, blue won, for one reason: it could be told at a glance from print.

## Proof against the washerwoman

Every age has had people who remove ink for a living. Lemon juice lifts iron-gall; bleach lifts dyes; a
knife will lift nearly anything off parchment. So governments experimented. The French Academy sat on the
question for years and in the end recommended plain Chinese ink, soot and glue, slightly acidified so as
to sink in. Two thousand years of chemistry had come round to the candle and the plate.

## The colour of a decision

Red has always been for what the reader mustn't miss: the heading, the feast day, the debt. Green was for
the admiral in some navies, and for the head of an intelligence service. Purple belonged to emperors, and
later on to schoolmistresses with duplicators. Black alone has no rank. I think that's why we trust it;
it seems to be nobody's opinion.
`,
  },
  {
    author: 'rafe',
    angles: [
      {
        title: 'Learning to write by hand again, at forty-six',
        tags: ['handwriting', 'ink'],
        plan: 'ABDgI',
        opening: `I found a shopping list in my coat and could not read it. The last item was either leeks, locks or Luke.
It was this rather than any love for beauty that sent me back to school.`,
        closing: `It was leeks. I know, because I have since written the word about four hundred times, and it now looks
like one.`,
      },
      {
        title: 'A pen that suits the hand',
        tags: ['handwriting', 'craft'],
        plan: 'BFGDA',
        opening: `People ask me which pen they should buy, and I ask them to sign their name and then to hold still. The
answer is usually in the thumb.`,
        closing:
          "Mine cost less than lunch, and has a crack in the cap. I'd go back into a burning house for it.",
      },
      {
        title: 'Letters, since they are slow',
        tags: ['handwriting', 'reading', 'paper'],
        plan: 'ChGJK',
        opening: `There are four people to whom I write letters. One is in prison, one's in a monastery, one is my sister,
and one says that she only does it for the stamps.`,
        closing:
          "If you're wondering whom to write to, choose the person you would be most astonished to hear from.",
      },
      {
        title: 'Twenty minutes of copying a day',
        tags: ['handwriting', 'craft', 'reading'],
        plan: 'IEJD',
        opening: `I copy out a page by hand each morning before I look at anything with a plug. It started as penmanship,
but I don't think that's what it is now.`,
        closing: `On the last page of the notebook I copied the first one over again. The words were the same, and the hand
was somebody else's.`,
      },
    ],
    bank: `## Begin with the slope

My teacher, a retired cartographer, didn't allow letters for the first fortnight. There were only
strokes: down, at one slope, with one pressure, at one distance, line after line. It was maddening, and
then it was rather restful. "You're not drawing," she said. "You are learning what your arm does when you
leave it alone." When letters came they were merely strokes that knew each other.

## Grip, and the white knuckle

Most of us hold a pen as though it were trying to get away. The ballpoint has taught us that, for it
needs pressure to turn its ball. A fountain pen doesn't. If you're able to lay it across your hand, write
with only its own weight, and pull it out of your fingers with the other hand without resistance, the
grip is right. Pain in the thumb is a ballpoint's ghost.

## The hour of the letter

A letter takes about an hour, for I can't delete. I have to know roughly what the sentence is going to do
before I begin it, which isn't the way I talk, or type. Things come out plainer. I've noticed that I
don't complain much by hand; it takes too long. I tend to say instead what I can see from the window, and
that is what people write back about.

## Ugly in a consistent way

There's a comfort in finding out that legibility has very little to do with beauty. It's evenness. Take
any letter you like, and make it always in the same fashion; give each the same slope, and leave the same
gap. A hand that is ugly in a consistent way is perfectly readable, and after a year or so somebody will
call it "distinctive".

## Slow copying as reading

You can't skip a word that you have to write out. I had read the essay four times, but it wasn't until I
copied it that I noticed that the author never once uses "very", that the third paragraph has no verb,
and that the joke is prepared a page and a half ahead. I should never have seen it with the eye. The
hand's a slower reader, and a far more suspicious one.

## Nibs

A fine nib punishes, a broad one flatters. The fine one shows each tremor; the broad one lays down so
much ink that the line closes over its mistakes. Beginners are given fine nibs because they look precise.
I'd start anyone on a medium with a slight flat to its tip, which thickens the downstroke and thins the
cross one, so that even a laundry list has a sort of rhythm.

## What paper does to you

On bad paper a good pen is worthless. The ink runs out along the fibres and each full stop grows legs. On
a sheet that's too smooth it slides about like a dog on a kitchen floor. What you want is a little tooth,
like that of a well-worn stair. I buy it by the ream from a printer's merchant, cut it in half, and am
happy for two years.

## The postman as editor

Once it's in the box it's finished. I've sometimes walked home composing a better ending, and there was
nothing to be done. At first it troubled me. It has turned out to be a relief, in a life in which
anything can be revised for ever, to do one thing a week which is simply over.

## Choosing what to copy

1. Something short enough to be finished in a week.
2. Something better than you would write.
3. Not poetry at first, because the line ends tempt you to stop.
4. Something out of copyright, so you can give the notebook away.

I have done an essay on walking, most of a guide to beekeeping, and the whole of a quarrel between two
eighteenth-century astronomers, which was the best of them.

## What the body remembers

After some months I noticed that I could recall where on the page a thing had been written, and what was
going on at that moment: the dustcart, rain, a smell of coffee. With typed notes I remember nothing of
the sort. I've no theory to offer. Possibly it is merely that each page looks different, and that memory,
like a cat, would rather have corners.

## Keeping them

I have a shoebox for each of them. It isn't a great archive. It contains the price of coal, three
recipes, a dispute about a fence which ran for four years, and the only account that I know of what my
sister really felt at the wedding. Nothing in there would've been thought worth saving if we had been
asked at the time. It's all that anyone will want.
`,
  },
  {
    author: 'rafe',
    angles: [
      {
        title: 'A press in the garage',
        tags: ['craft', 'ink', 'paper'],
        plan: 'AEFCJ',
        opening: `It weighs as much as a small car and arrived on the back of a lorry driven by a man who refused to say
how he had loaded it. My wife came out, walked round it once, and went in again.`,
        closing: 'She has since had her own cards printed. I took it as a treaty.',
      },
      {
        title: 'Setting a page by hand',
        tags: ['craft', 'history', 'reading'],
        plan: 'BdCFJ',
        opening: `It takes me four hours to set what you'll read in one minute. I've thought about that ratio a good deal,
generally while picking up something I've dropped.`,
        closing: `Then you put every letter back where it came from. That is called distribution, and it is where one
learns humility.`,
      },
      {
        title: 'The white part of the page',
        tags: ['craft', 'reading', 'paper'],
        plan: 'CGIFJ',
        opening: `A printer is paid for the black. But what makes a page pleasant is nearly all white, and it took me a
shameful number of ruined sheets to see that.`,
        closing: `When in doubt, more margin. Nobody has ever laid down a book because there was too much room for their
thumbs.`,
      },
      {
        title: 'Things that the compositors left us',
        tags: ['history', 'craft', 'reading'],
        plan: 'HDbFJ',
        opening: `Our language is full of fossils from the printing house. We go on using them, like people who say that
they'll dial a number.`,
        closing:
          'I find it consoling that so much of what we say was first said by someone with inky thumbs and a deadline.',
      },
    ],
    bank: `## How it works

There is a flat bed on which the type stands, a pair of rollers to ink it, and a plate that brings the
paper up against it with a sound like a firm handshake. I work it with my foot. Each sheet is put in by
hand and taken out by hand. On a good evening it makes three hundred, and I can tell from the noise alone
when the ink has begun to thin.

## Upside down and left to right

Type is set upside down, in a metal tray which is held in the left hand, and it's read that way too. You
learn it in a week or so, as one gets used to a shaving mirror. The hard ones are b, d, p and q, and it's
from here, some will tell you, that we have been told to mind two of them. Each line has to be exactly as
tight as the one before, since the page is held together by nothing but pressure.

## Space is a thing

In lead, white isn't the absence of something. It is a piece of metal that's lower than the others, and
you have to go and fetch it. There are five widths for between words, strips for between lines, and
wooden blocks for the margins. It changes the way you think. I never again looked at a gap on a screen
without wondering who had put it there, and from which drawer.

## The case

Capitals are kept in the upper case and small letters in the lower; that much everyone knows. What's less
known is that the boxes aren't in the order of the alphabet. E has the largest and lies right under the
hand, with t, a, n, o around it. A compositor's reach was mapped long before anybody had thought of a
typewriter, and with a good deal more kindness toward the wrist.

## Damp paper

All the manuals say that one ought to print on damp paper, and for years I took it for superstition. The
fibres soften, the sheet takes ink without being forced, and the black is twice as black. You moisten
every third one, stack the lot under a board overnight, and by morning the moisture has found its own
level. It's the only part of the job that can be done asleep.

## Mistakes in metal

There's a particular cold feeling on reading over, after two hundred copies, a line you know by heart,
and finding that it says "untied" for "united". You may stop and correct; in which case there'll be two
states of the edition, and one day some scholar will write an article. Or you may say nothing. I've done
both, and am not going to tell you where.

## Four good margins

The old rule makes the inner margin the narrowest, the top one rather larger, the outer one larger again,
and the foot the largest of all. On a single page that looks odd. When the book's lying open, the two
inner ones add up to one, the text hangs as a block in the middle of the spread, and there's a place for
each thumb. It was worked out by people who actually held books up.

## Fossils

- A **stereotype** was a solid plate that was cast from a page, for printing it over and over.
- A **cliché** is the same object, named after the sound it made.
- To be **out of sorts** was to have run out of a letter.
- **Leading** is what was put in between lines, and it was lead.
- To make a good **impression** needs, as it happens, about two tons.

I can think of no other trade that has left us so many words for dullness.

## How the eye really reads

It doesn't glide, it hops. It takes in a clump of some eight letters, stops for a quarter of a second,
and jumps. At the end of a line it must find its way back to the beginning of the next, and if the line's
too long it will land on the wrong one. Everything that the old printers had found out by irritation,
sixty-odd characters, some air between the lines, no rivers of white, has since been confirmed with
cameras.

## Why do it at all

I'm asked that by sensible people, and haven't got a sensible reply. I spend my days moving things about
that weigh nothing. In the evening I like to pick up a word and find out that it's heavy. If I get it
wrong, it's wrong in my hand, and I can feel with my thumb which letter it is.
`,
  },
  {
    author: 'rafe',
    angles: [
      {
        title: "A beginner's winter with a pair of binoculars",
        tags: ['astronomy', 'seasons'],
        plan: 'ADfEI',
        opening: `I was given a telescope as a child and saw nothing through it but my own eyelashes. Forty years later
someone lent me a pair of ordinary binoculars, and I went out to put the bin by the gate, and looked up.`,
        closing: "The bin wasn't put out until Thursday. I regard it as the price of admission.",
      },
      {
        title: 'The Moon is best when it is not full',
        tags: ['astronomy', 'photography'],
        plan: 'BAFG',
        opening: `Ask people when to look at the Moon and they'll say when it's full. It is the one night in the month when
there's almost nothing to be seen on it.`,
        closing:
          'Look a day or two after the half, along the edge of the dark. And put on another pair of socks.',
      },
      {
        title: 'Finding your way by star-hopping',
        tags: ['astronomy', 'walking'],
        plan: 'CDEgI',
        opening: `My telephone will tell me the name of any star I hold it up to. I've stopped asking it, for the same
reason that I no longer ask who the murderer is.`,
        closing: 'There are six thousand of them that one can see. I know perhaps eighty to speak to.',
      },
      {
        title: 'Dark places and how far you must go',
        tags: ['astronomy', 'travel'],
        plan: 'HDJIf',
        opening: `From my doorstep I can count nineteen stars within the square of Orion and his neighbours. From my
cousin's farm, two hours away, I gave up at two hundred, as I had got dizzy.`,
        closing: `We drove home with the heating on and said very little. The first street lamp felt like somebody coughing
in a church.`,
      },
    ],
    bank: `## Why binoculars

They're cheap, they are the right way up, and you use both of your eyes, which the brain likes. The
figures that matter are 10 and 50: ten times larger, and a lens fifty millimetres across, which collects
some fifty times as much light as you do. They'll show the moons of Jupiter, craters, the cloud in
Orion's sword, and a whole galaxy. Lean against a wall. Nearly all that's wrong with a view is in the
elbows.

## Along the terminator

The line between day and night on the Moon's called the terminator. Near it the sun is low, so that a
hill no higher than those behind my house throws a shadow forty miles long. Each evening the line moves
on, and a different row of craters is picked out like the teeth of a comb. On the full Moon the light
comes from straight behind us; there are no shadows, and it's as flat as a plate.

## From the known to the unknown

You begin from something that can't be mistaken. From the belt of Orion, down to the left is Sirius; up
to the right is the orange eye of the Bull, and on as far again, the small cluster which everybody takes
for the Little Dipper. That is one hop and another hop. Each of these stars will lead you to others, and
after a few clear evenings there are no blank spaces left, just streets you haven't walked down yet.

## Let your eyes open

It takes twenty minutes in the dark for the eye to do its best, and one glance at a screen to undo it.
The trick is chemical and can't be hurried. I use a bicycle lamp with red film over it for the chart. And
with faint things, one doesn't look straight at them: look a little to the side, where the retina is
better in the dark. It's odd to see something only by not looking.

## A table for the first season

| Month | Look for | Where |
| --- | --- | --- |
| December | The Pleiades | High in the south, about ten |
| January | The sword of Orion | Below the belt |
| February | The Beehive cluster | Between the Twins and the Lion |
| March | The double star in the Plough's handle | Almost overhead |

None of them needs more than binoculars and a fence to lean upon.

## The cold

It's the cold that puts an end to most careers. You don't move, so you have to dress for a night ten
degrees below what's forecast. Two pairs of socks, a sheet of cardboard to stand on, a hat which covers
the ears. A flask. I've a folding chair that leans back, and a blanket of a sort my grandmother would've
recognised. After that it's only a matter of whether you or the batteries give up first.

## Keeping a log

Date, hour, where I stood, what I saw, how steady the air was, out of five. I draw what I see in a circle
the size of a cup. My drawings are dreadful; but to draw a thing you must decide whether the second star
is above or beside the first, and so I have looked at it, which I hadn't before. The log has taught me
that I see about twice as much as when I began, through the same glass.

## Street light

It isn't the lamps as such, it's what leaks upward and lights the air from below. Even in a town there's
something to be done. Get a house between you and the nearest one. Wait until after eleven, when the shop
windows go off. Choose a night following rain, as it washes out the dust. And ask the council: ours put
shades on nine lamps, free of charge, upon receipt of a polite letter with a map.

## Light that has been a long while on the way

The cloud in Andromeda, a smear the size of a thumbnail, is the farthest thing anyone's able to see with
their bare eyes. It left two and a half million years ago. I know that everybody says it, and I knew it
myself; but it's one thing to know it, and another to stand by the bins and have it come, at the end of
all that, into the eye of somebody in slippers.

## Farther out

There's a point on the road to the farm where the last village goes down behind the hill, and one
realises that the sky has a shape. It isn't black. It's a sort of deep grey with grain in it, and the
Milky Way is brighter than the clouds would be. The constellations are harder to find, since they are
lost in the crowd. My cousin, who has lived under it for sixty years, came out to see what I was shouting
about.
`,
  },
  {
    author: 'rafe',
    angles: [
      {
        title: 'What a loaf of bread says about money',
        tags: ['economics', 'history', 'baking'],
        plan: 'AEBG',
        opening: `In a drawer at the county archive there's a baker's account book, kept without a gap from 1871
until 1938. I went to look for a relative, and stayed for the price of bread.`,
        closing: 'The last entry is for a dozen rolls, unpaid. I rather hope that it was the relative.',
      },
      {
        title: 'Prices that do not move',
        tags: ['economics', 'history'],
        plan: 'BGDJ',
        opening: `The barber's charged the same for eight years. The bus fare went up once, by an amount that no one could
remember afterwards. Something's going on there, and it's not laziness.`,
        closing: `In April the barber went up at last, by two. He told every customer in person. I've known gentler
funerals.`,
      },
      {
        title: 'The economics of the second-hand bookshop',
        tags: ['economics', 'reading', 'paper'],
        plan: 'CIbK',
        opening: `There is a shop near the station with forty thousand books and, so far as I've been able to observe,
eleven customers. It has been going out of business since 1979.`,
        closing:
          'I bought a book on how to run a shop. He gave me a discount, which is just what it advises against.',
      },
      {
        title: 'A tax on windows, and other good ideas',
        tags: ['economics', 'history'],
        plan: 'HdFJ',
        opening: `There's a house in our street with three bricked-up windows. Children suppose it is haunted. It's merely
been taxed.`,
        closing:
          "Each time I hear a minister say that it's a simple measure, I walk home by way of that house.",
      },
    ],
    bank: `## The drawer

A four-pound loaf was sevenpence in the first year and eightpence in the last. In between, it had been as
low as four and as high as one and four. What struck me wasn't the movement but the notes beside it. When
it went up he wrote reasons: a bad harvest, the coal strike, the war. When it came down he wrote nothing.
Luck needs no explanation, and I have found the same in modern reports.

## Why it stays put

To alter a price costs something. There are menus to be printed, but also customers to be lost, and the
question to be answered, "Why?" People will forgive a price which has risen along with the cost. They
don't forgive one that's gone up because it could. A snow shovel that's dearer on the morning after the
snow is good economics, and nobody ever buys from that shop again.

## Forty thousand books

At a rough guess, he sells thirty a day, and takes in thirty-five. The stock can only grow. Each book was
bought for next to nothing, and so has no wish to be sold; it's able to wait forty years for the one
person who's looking for it. What is dear is not the book, it's the shelf it stands on. He isn't really a
bookseller. He's a landlord with forty thousand tenants, most of whom don't pay.

## What a tax does when nobody watches

A tax is a rule about what to count, and people will move away from whatever is counted. Tax windows, and
they'll brick them up. Tax the width of the façade, and you get the tall thin houses of Amsterdam. Tax
bricks by the piece, and the bricks grow larger. None of this is fraud. It's just water finding the lower
place; and the people who wrote the law are always surprised, because they had thought they were
measuring wealth.

## The basket

To say that "prices have risen by three per cent" one has to decide whose. The office which does it fills
an imaginary basket with what an average household buys, and weighs it each month. Nobody is that
household. A pensioner's basket is mostly heating, a student's is rent. When someone says that the figure
can't be right, since their own shopping has gone up by nine, they may be perfectly correct, and so may
the office.

## The light that went

The windows which were walled up were never the rich man's. He had forty, and could pay. It was in the
tenements, where the landlord was charged and the tenants were not asked, that they vanished, on the
stairs first, then in the kitchens. Doctors complained about it for decades. A measure which had seemed,
on paper, to fall upon the large house came to be paid for by children with bad chests.

## How to read a price

- What would it have been a year ago, in hours of work?
- Who set it, and whom are they afraid of?
- What's included that used to be extra, or the other way about?
- Has the packet got smaller?

The last question has a name in the textbooks now. My grandmother, who had no textbooks, took her own
scales along to the shop.

## Windows

It was brought in during 1696, as a temporary measure, and lasted a hundred and fifty-five years. There
was something to be said for it: an inspector could count from the street, and need not come in and ask
what you earned. Up to six it cost nothing, or nearly. Past six you paid more, past ten a good deal. It
will not astonish you that the country filled up with houses that had exactly nine.

## What was being paid for

I asked him once why he didn't sell online, where those who wanted the books could find them. He thought
it over. "Then I should have to know what they're worth," he said. I took it for a joke. But people go in
there in order to find what they weren't looking for, and this can't be searched. It's a service, and it
has no price, and that's why it's always closing down.

## Rules of thumb that have held

Nothing is as permanent as a temporary charge. A subsidy goes to whoever owns the thing that can't be
moved. If it's free, there'll be a queue, and the queue's the price. And when two clever people have
disagreed for a century, they're generally counting different things. I've tried to find exceptions, and
I've got one and a half.

## The shelf by the door

He has a box outside for things at fifty pence, which he's never locked up and never counts. He reckons
one in five goes without payment. "They're the ones who read," he says. Over the year it brings in nearly
enough for the electricity, and it does something that the forty thousand inside do not: it stops people,
in the rain, on their way to somewhere else.
`,
  },
];
