import type { DemoTopic } from './demo-topic.js';

/** Roads, trains and pictures, in English. */
export const demoEnglishC: readonly DemoTopic[] = [
  {
    author: 'ines-calder',
    angles: [
      {
        title: 'Nine days along a river, by bicycle',
        tags: ['cycling', 'travel'],
        plan: 'AcEgI',
        opening: `I had nine days, a second-hand touring bike and a river that went in roughly the direction of the sea.
The plan was to keep the water on my left until there was no more land.`,
        closing: `At the mouth there was a car park, a kiosk and a great deal of wind. I ate an ice cream facing the way I
had come.`,
      },
      {
        title: 'The long hill before breakfast',
        tags: ['cycling', 'walking'],
        plan: 'BHEJ',
        opening: `Everybody who tours has one hill which they talk about for longer than it took to climb. Mine begins
directly behind a campsite kitchen, and I met it before coffee.`,
        closing:
          'Since then I have looked at the contour lines before I choose where to sleep. It has not always helped.',
      },
      {
        title: 'Touring alone, and not being lonely',
        tags: ['cycling', 'travel', 'reading'],
        plan: 'CEGAj',
        opening: `"On your own?" they ask, at every campsite, in every language, with the same tilt of the head. Yes. On my
own, on purpose, for the fifth summer running.`,
        closing:
          'I came home with eleven addresses on the back of a map. Not one of them would have been given to a couple.',
      },
      {
        title: 'How far is far enough in a day',
        tags: ['cycling', 'economics'],
        plan: 'FDGH',
        opening: `On my first tour I rode a hundred and thirty kilometres on the first day and could not sit down on the
second. I have thought about numbers rather carefully since then.`,
        closing:
          'Seventy, then. Seventy, with a swim in the middle, and the tent up before the light goes orange.',
      },
    ],
    bank: `## Leaving

The hardest part of any tour is the first four kilometres, through streets where you buy your bread. The
bike is heavy and steers like a wardrobe. You know there are keys in your pocket which open a warm flat.
Then comes the ring road, a lane, a field, and somewhere near the first cow it turns into an undertaking
rather than an idea. I have never once turned back after the cow.

## Climbing slowly

There is no technique except to go slower than your pride suggests. I choose the lowest gear at the
bottom, well before I need it, and count pedal strokes in fours. If I can't hum, I am going too fast. I
stop in every patch of shade as though I had always meant to. A loaded bicycle at walking pace is not a
failure of cycling; it is walking with your luggage carried for you.

## What solitude is like at fifteen kilometres an hour

You are not quite alone on a bicycle, for you are always being greeted. Dogs, children, men on ladders, a
bus driver who had passed me three times and at the fourth began to wave. Then there are two hours of
nothing but poplars. The mind goes on talking for the first few days. About the fourth it runs out of
things to say, and I begin to notice what the fields smell of.

## Second breakfast

The mistake is to eat when hungry. By that time the tank has been empty for half an hour, and the next
hill will be a tragedy. I eat a bit every forty minutes, by the clock: bread with something salty, half a
banana, a handful of nuts. A proper stop at eleven for whatever the village does well. I have planned
whole days around a bakery, and the country arranged itself quite sensibly around it.

## Asking for water

I could filter it, or buy it. But a door with an empty bottle in front of it is the best introduction
there is. Nobody refuses water. People who would never have spoken to me come out with a jug, then a
chair, then a plate with apricots on it, and I hear about the flood of 1987 and the son in Canada. I now
leave home with only one bottle, so as to run out.

## The arithmetic

My legs can do a hundred kilometres on a flat road. But the day has other customers: shopping, a wrong
turn, washing a shirt, an hour under a bridge while it pours. Divide the hours of light by three. One
third for riding, one for stopping, one for whatever happens. At fifteen kilometres an hour that makes
seventy, and I have stopped arguing with it.

## Evenings

The tent takes six minutes, the stove takes four. After that there are three hours that belong to no one.
I write down the day while I can still tell it from the others: where the road turned, what the woman in
the shop said, what I was thinking of on the hill. I carry one paperback and tear out nothing. When I
have finished it I leave it in the campsite laundry and take what's there, which is how I came to read a
history of Portuguese lighthouses.

## Weather

Rain is not the enemy. Rain is only wet. Wind is the enemy, because it's invisible, lasts all day and
takes a personal interest. When the forecast gives me a headwind I start at six, as it generally sleeps
until nine. When it's behind me I go on until dark and apologise to nobody. I have one set of clothes for
riding and one for sleeping in, and the second has never, under any provocation, been out in the rain.

## Coming to the end of the road

A river teaches you about endings, for it makes no fuss about them. It gets wide, then slow, then you
taste salt, and there is no particular spot at which it stops being a river. I had imagined lifting the
bike over my head. In fact I sat down on the wall with my shoes off, and felt a curious grief for the
little stream that I could have stepped across nine days before.

## Legs have a memory

Something happens around day three. Until then the body keeps asking when this will be over; afterwards
it seems to have been informed that it won't be. You wake up stiff, and are fine after ten minutes. Your
appetite becomes a comedy. When I get home it takes me about a week to stop waking at dawn and looking
for the map.
`,
  },
  {
    author: 'ines-calder',
    angles: [
      {
        title: 'A drivetrain that lasts: chain care without obsession',
        tags: ['cycling', 'craft'],
        plan: 'AcEdJ',
        opening: `I know people who boil their chains. I know people who have never touched theirs. Between the two there
is a quarter of an hour a week which saves a surprising amount of money.`,
        closing: `The chain I took off last month had done five thousand kilometres. I kept it as a bracelet for the
workshop door.`,
      },
      {
        title: 'The repairs I have made at the side of the road',
        tags: ['cycling', 'travel'],
        plan: 'BdFHJ',
        opening: `Something always happens, and it always happens out of sight of the last house. Over fifteen years I have
built up a small museum of roadside repairs, some of which were even correct.`,
        closing:
          'None of them was pretty. All of them got me to the next town, and the next town had a shop.',
      },
      {
        title: 'An old steel frame, brought back',
        tags: ['cycling', 'craft', 'history'],
        plan: 'GIkEJ',
        opening: `It was leaning on a skip with a label on it: FREE, BAD GEARS. Underneath a good deal of dust the lugs had
been filed by somebody with patience, and that was enough for me.`,
        closing: `It took a winter and about the price of a decent pair of shoes. I have lent it to four people, three of
whom gave it back slowly.`,
      },
      {
        title: 'A toolkit the size of a sandwich',
        tags: ['cycling', 'craft'],
        plan: 'FBdHE',
        opening: `Each spring I tip out my tool bag on the kitchen table and ask every object the same question: when did I
last use you, and would I have walked home otherwise?`,
        closing: `It weighs four hundred and sixty grams. The heaviest thing in it is the chocolate, which I consider a
tool.`,
      },
    ],
    bank: `## Wipe, drip, wipe

The dirt which wears out a chain is the dirt you leave in it when you add more oil. So wipe first: run it
backwards through a rag until the rag comes away grey rather than black. One drop to each roller, on the
inside, working round from the joining link. Leave it for ten minutes, then wipe again as though you
wanted it all back. Oil on the outside does nothing but collect the road.

## The broken spoke

The rear wheel sang, then wobbled, then rubbed against the brake. I wound the broken spoke round its
neighbour so it could not catch, opened the brake, and slackened the two spokes opposite by half a turn
each. It wasn't round, but it turned. I rode sixty kilometres on it very softly, like someone carrying
soup, and the mechanic in the next town only raised one eyebrow.

## Measure, do not guess

Chains do not stretch, whatever people say; their pins wear until each link is a hair longer. A gauge for
the price of a coffee will tell you when. At half a per cent I replace it. If I wait until one, the
sprockets have worn to match, and a new chain will skip on them at the first hill, so I have to buy both.
It's the clearest case I know of a cheap thing guarding a dear one.

## Punctures, done properly

Find the hole, and then find what made it. I once mended the same tube three times on the same bend
because I had not run my thumb round the inside of the tyre. The culprit was a thorn, four millimetres
long. Sand the rubber until it's dull, let the glue dry until it no longer shines, press for longer than
you wish to. I have patches which are older than some of my friendships.

## The sound of things

A bicycle in good order makes one sound, the tyres on the road. All others are messages. A tick once per
turn of the pedals is a crank or a pedal; a tick once per turn of the wheel is a spoke or a valve. A
creak under load only when climbing is nearly always the saddle. I have changed whole bottom brackets for
the sake of a saddle.

## What is in the bag

- A multitool with a chain breaker, whose screwdriver I have actually tried.
- Two tyre levers, one tube, six patches, and a scrap of sandpaper.
- A spare joining link, and a brake cable, coiled up.
- Three cable ties, a metre of tape wound round the pump.
- A banknote, folded small, for booting a torn tyre or buying a pie.

The banknote has been used for both.

## Steel forgives

The frame was bent at the rear by a centimetre, and an old man in a railway arch put it straight with a
length of timber and a piece of string. He sighted along it, leaned, and sighted again. Try that with
anything lighter. The paint was chipped to the metal in a dozen places; I cleaned every one of them with
vinegar, touched them in with a brush, and did not attempt to make it look new.

## Fixes I am not proud of

A tyre stuffed full of grass, when I had used up all the patches: seven kilometres, at the pace of a
funeral. A gear cable replaced by a knot, which left me with one gear, thankfully a low one. A pannier
hung from a belt. And a rack bolt swapped for a twig, which I meant to replace in the next village and
which I discovered, still in place, the following spring.

## Bearings and patience

Everything that turned felt like a pepper mill. I took the hubs apart over a tray so the balls could not
escape, washed the lot in white spirit, and counted: nine on each side, as there should be. New grease,
new balls, and then the slow business of closing the cones until there is no play and no drag. There is
exactly one position, and you find it by going past it several times.

## Know when to stop

There are jobs that I leave to the shop. Anything that needs a press, anything hydraulic, and anything I
am about to do for the second time in one evening. A good mechanic charges for twenty minutes what would
cost me a Saturday and a part. I bring biscuits, I ask if I may watch, and I've learned more across that
counter than from any film.

## What to keep, what to replace

I kept the frame, the fork, the stem and the beautiful cranks. I threw out the saddle, both tyres, every
cable and the brake blocks, which had turned to liquorice. The gears stayed as they were, with friction
levers on the down tube that do not click. It takes an afternoon to learn to find the gear by ear, and
afterwards nothing can ever go out of adjustment.
`,
  },
  {
    author: 'ines-calder',
    angles: [
      {
        title: 'In praise of the night train',
        tags: ['trains', 'travel'],
        plan: 'AdEIJ',
        opening: `You board in one language and wake up in another. In between there is a narrow bed, a window with its
blind half down, and eight hours for which no one can possibly hold you responsible.`,
        closing: 'I arrived unwashed, badly slept and absurdly cheerful. I cannot say that of any airport.',
      },
      {
        title: 'Changing at midnight: a timetable story',
        tags: ['trains', 'travel', 'history'],
        plan: 'BdFHJ',
        opening: `The connection was eleven minutes, and the train was nine minutes late. I have never run across a station
with so many people who were all pretending to walk.`,
        closing: 'The man with the cello made it too. We did not speak again, but at the far end he bowed.',
      },
      {
        title: 'A window seat for nine hours',
        tags: ['trains', 'reading', 'photography'],
        plan: 'CgK',
        opening: `My friends had offered to lend me a tablet full of films. I took a seat on the left, facing forwards, and
watched the continent instead. It was better lit.`,
        closing: 'When we pulled in, I had read four pages. I would not have wanted to read a fifth.',
      },
      {
        title: 'How to sleep in a couchette',
        tags: ['trains', 'travel', 'craft'],
        plan: 'HFDEI',
        opening: `Six strangers, six shelves, one lamp. I've spent some forty nights in compartments like this, and it has
taken most of them to find out how it is done.`,
        closing: `If all of it fails, go and stand in the corridor with your forehead on the glass. It is what the
corridor's for.`,
      },
    ],
    bank: `## The platform at ten in the evening

A night train waits in a way that day trains do not. The doors are open for half an hour before it
leaves. People say goodbye properly, since there is time, and then they have to stand about and say it
again. The attendant reads the list with a torch between his teeth. Somebody is always running along with
a bag of rolls for somebody who has already boarded.

## Eleven minutes

I had the whole thing planned: third carriage, right-hand door, down the stairs, platform nine. The
announcement said platform two. I know enough about railways to understand what that means, which is that
everyone who has read the plan will be in the wrong place, and that for once the people who never plan
have an advantage. I followed a grandmother with a trolley. She knew.

## What goes past

A goods yard with four hundred identical grey wagons, and one yellow. Allotments, with a man asleep in
each. A river that appeared on the left, then on the right, then on the left again, like somebody trying
to get past you in a corridor. Backs of houses, which is where people really live: the washing, the
broken chairs, the trampoline. A station where nobody got on and nobody got off, and a dog watched us
through both of these events.

## The compartment as a village

Within ten minutes there is a mayor, a gossip and someone who disapproves. There are treaties about the
window. Food is brought out, and offered twice, and declined once. By the time the beds come down, I
generally know who is being visited, who is ill, and what the flat cost. At seven the next morning we are
all strangers again and help one another with the bags, without looking up.

## The sound

First there are the points outside the station, a long stammer. Then it settles into a beat and you stop
hearing it. What wakes you up is silence. At three in the morning we stood for an hour in a place that I
shall never identify, with a single lamp and a man walking along the wheels, tapping each with a hammer.
I listened to him come nearer, pass below my head, and go away. I don't think I've ever felt so well
looked after.

## Small print

- Book the middle shelf if you are tall and the top if you are cold.
- The lower one is a sofa until the last person wishes to sleep.
- Take slippers. Nobody believes me until the first walk to the basin.
- Keep the ticket where you can find it without a light.
- Water, earplugs, an apple, and something to give away.

The last matters most. A bar of chocolate opened at the right moment buys you quiet until dawn.

## Reading, or not reading

I always bring a serious book and never read it. A train gives you just the right quantity of
distraction: the eye is busy, the hands are idle, and thought is left to go about as it likes. I have
made three important decisions in my life beside a moving window, and have been content with two. The
book travels on my knees, like a small table.

## Lie with your feet to the window

The cold comes from there, and so does the light from every station. Fold your coat for a pillow and put
the pillow against the wall, as it stops the rattle of the ladder. Undress less than you think. Then
don't try to sleep. Decide that you will only lie there and listen, that you've paid for a bed and a
concert, and somewhere past the second border you will wake up and find it's light.

## Light through the blind

It begins as a grey line and no colour at all. Then there is a hill with a shape to it. A woman opposite
lifted the blind by a hand's breadth, looked round to see if anyone minded, and lifted it further. There
was mist in the valley, with a church standing in it up to its clock. I had a camera in my bag and did
not move. A photograph would've been of a blurred church. What I saw was the six of us seeing it.

## What it costs, and what that buys

It is dearer than flying, if you look only at the fare. Then take off a hotel, two airport buses and the
price of a coffee in a departure hall. Take off the half-day on either side that flying swallows whole. I
used to do this sum in order to convince others. I now do it only for the pleasure of seeing it come out,
for I'd go in any case.

## A short list of good windows

The line along the coast where the spray reaches the glass. The pass where the track makes a complete
loop inside the mountain, and you come out above the church you saw before. The plain at harvest, late in
the day, when each bale has a shadow as long as a house. And any line at all, in snow, after dark, when
the light from the carriage runs along beside you like something on a lead.
`,
  },
  {
    author: 'ines-calder',
    angles: [
      {
        title: 'Everything I carry, and why it fits in one bag',
        tags: ['travel', 'craft'],
        plan: 'AECGI',
        opening: `I have been travelling for three weeks with a bag which slides under the seat. This was not always so. I
once took a hairdryer up an Alp.`,
        closing: `I could leave tomorrow with it, and I suppose that's the point: not that it is light, but that it is
always nearly packed.`,
      },
      {
        title: 'The things I took and never used',
        tags: ['travel', 'economics'],
        plan: 'BdFJK',
        opening: `After each journey I lay out my luggage on the floor in two heaps: what I touched, and what I only
transported. The second heap used to be larger than the first.`,
        closing: `It's not about weight, in the end. Each of those objects was a small fear, and I carried it all the way
there and back.`,
      },
      {
        title: 'One pair of shoes',
        tags: ['travel', 'walking'],
        plan: 'CIEAJ',
        opening: "Of all the decisions one makes before a journey, this is the one you'll be standing on.",
        closing: 'They have now been resoled twice. The cobbler says the uppers will outlast the both of us.',
      },
      {
        title: 'Washing a shirt in a hotel basin',
        tags: ['travel', 'seasons'],
        plan: 'HEdGk',
        opening: `Nobody tells you about this when they sell you the ticket. Travelling light comes down to a single humble
skill, and it involves a towel.`,
        closing:
          "It'll be dry by morning. It will also have one stiff cuff. You get used to it, and then fond of it.",
      },
    ],
    bank: `## Choose the bag first

If you choose what to take and then look for a bag, the bag will be large. Do it the other way round.
Mine holds twenty-six litres, and that's the whole discipline: I never have to be strong-minded, because
the zip is strong-minded for me. It has one big compartment, one pocket for things with corners, and no
wheels. Wheels only work in places where you don't need them.

## The second heap

A second jumper. A guidebook to a country that I was merely passing through. Binoculars, twice. A travel
iron, which I hardly dare write down. Three adaptors for sockets which turned out to be the same socket.
And a formal dress, carried over two frontiers on account of a sentence that began, "But what if somebody
invites me?" Someone did. I went in the trousers.

## Shoes are architecture

They should be able to walk twenty kilometres, get into a decent restaurant, and dry overnight. Such
shoes do exist, and they are usually brown. I buy them half a size up, because feet grow in the heat and
on hills, and I wear them for a month before I go anywhere. A blister on the second day makes a city
three times the size.

## If in doubt, it has a shop

For years I packed as if I were going to the moon. But people live there. They have toothpaste, and rain,
and therefore umbrellas. Buying what you need on the spot costs a little and gives you an errand, and an
errand is the shortest road into a strange town. I have had better conversations over a sewing kit than
in any museum.

## Three of everything that touches the skin

One to wear, one in the wash, one dry. This is true of shirts, socks and underwear and it doesn't matter
in the least whether the journey lasts for five days or fifty. Merino for the shirts, since it stays
polite. Nothing that needs an iron, nothing white, and every colour able to stand beside every other. I
look slightly dull in all my photographs, and have never once had to check in a bag.

## What we carry against

I began to ask of every object what it was against. The extra jumper was against cold, which is fair. The
formal dress was against embarrassment. Four books were against being alone at dinner. The first-aid kit,
the size of a lunch box, was against my mother's voice. Once I knew that, I could leave most of them at
home, and talk to the fears directly.

## The small pouch

- A pencil, and a notebook with squared paper.
- A length of cord: clothes line, bag strap, door stop.
- A flat plug for basins, which never have their own.
- A needle with thread already through it.
- A spoon.

People laugh at the spoon. Then we're on a bench with a tub of yoghurt, and they stop.

## The towel trick

Wash the shirt with whatever soap there is, rinse it twice, and press out the water without wringing. Lay
it flat on a dry towel. Roll the two together, as though making a strudel, and kneel on the roll for the
length of a song. What comes out is only damp. Shake it hard, once, hang it where the air moves and not
where it's hot, and pull the seams straight with your fingers.

## Weight is a kind of weather

With eighteen kilos on my back I see the pavement. I take the first hotel, I avoid stairs, I don't go and
look round the corner. With six kilos I'm a person out for a walk, who happens not to be going home. You
never decide that the heavy bag will choose your journey; it simply begins to do so at the first flight
of steps.

## The rule of the last trip

I keep the lists of what I took, and next time I may not add anything without crossing something out. The
list from ten years ago fills two sides. The present one has twenty-three lines and includes the bag. I'd
be interested to see how it ends. Presumably with a passport and the spoon.

## Going home with less

The bag should be lighter when you return. I leave finished books on windowsills, wear the oldest socks
and throw them out as I go, and post home anything made of paper. I don't buy things to remember a place
by. I used to, and I now own a drawer full of objects which remind me only of the drawer.
`,
  },
  {
    author: 'ines-calder',
    angles: [
      {
        title: 'Walking out of the city, from my own front door',
        tags: ['walking', 'seasons'],
        plan: 'AeCIJ',
        opening: `I have always taken a train to the start of a walk. In March it occurred to me to find out what would
happen if I just closed the door behind me and kept going.`,
        closing: `I took the bus home. It was twenty-five minutes, and we passed everything I had seen, in reverse, like a
film being put away.`,
      },
      {
        title: 'The same four miles, every morning',
        tags: ['walking', 'reading'],
        plan: 'BfIDJ',
        opening: `I have walked the same loop before work for six years. It is neither beautiful nor interesting, and I
wouldn't exchange it.`,
        closing: `Tomorrow it'll be dark at the bridge again, for the first time since spring. I'm rather looking forward
to it.`,
      },
      {
        title: 'Maps I have worn out',
        tags: ['walking', 'travel', 'paper'],
        plan: 'CkAeJ',
        opening: `There are some forty of them in a wine crate. Every one has split along the fold where I live, or used
to, so that there's a small hole in the middle of each place I have loved.`,
        closing: `When a map's really finished I buy the same sheet again. It is never quite the same. They've moved the
woods.`,
      },
      {
        title: 'Walking with someone who walks slowly',
        tags: ['walking', 'parenting'],
        plan: 'DgJH',
        opening: `My father is eighty-one, and he used to leave me behind on mountains. Last week we walked to the end of
the reservoir and back. It took three hours, and I don't know when I last saw so much.`,
        closing: 'At the gate he said that I was quite fit, for my age. I let him have it.',
      },
    ],
    bank: `## Through the rings

A city is built like a tree, and on foot you can count it. First our own streets, a hundred years old and
narrow. Then the houses with bay windows; then a belt of workshops and railway; then the thirties, with
privet; then towers standing in grass; then a retail park, which has no pavement since no one was ever
expected to arrive there by walking. After that, all at once, a field with a horse in it. It had taken me
three hours and a quarter.

## The loop

Down to the canal, along it as far as the iron bridge, up past the school and round behind the
allotments. I know where the ice forms. I know that the heron stands at the second bend from October, and
is insulted. I couldn't tell you what I think about there. But on days when I miss it, I find that I
haven't finished the sentence I was in the middle of the evening before.

## What a paper map knows

On a screen I'm always in the middle and the world slides about beneath me. On paper I'm a dot in
something that was there before. I can see the valley I'm not going to walk down, and the name of the
farm on the far side, and after a few years I know the whole sheet, including the parts that I've never
set foot in. It's less a tool than a sort of acquaintance.

## Going slowly on purpose

At two miles an hour you are overtaken by everything, including your own expectations. You stop at gates.
You find out that one wall has four kinds of moss on it. I had been used to measuring a walk in distance;
it now seems to me that one might as well measure a concert in that way.

## Edges

The interesting part was the seam, where the city hasn't quite made its mind up. Ponies behind a tyre
depot. A caravan with geraniums. A footpath with a brass plate saying that it had been opened by the
mayor in 1934, leading straight into the central reservation of a motorway. There was more evidence there
of what people really want, a shed, a bonfire, some hens, than in all the planned part put together.

## Noticing without trying

When you see a thing once, you see the thing. When you see it two thousand times you begin to see what
changes. The willow comes into leaf from the bottom. The man with the two greyhounds had only one, and we
both said good morning a bit more carefully. I could date a photograph of that towpath to within a week,
and I never set out to learn it.

## Talking sideways

Across a table my father and I are both slightly formal. Side by side, looking in front of us, with
something to step over now and then, he told me about the year he lost his job, and why they had moved,
and that he'd been frightened. I had known none of it for fifty years. I believe that walking was
invented for this purpose, and the getting to places came later.

## Getting ready for a slow day

- Look for benches on the map before you look at the view.
- Take twice as many biscuits, and half as many plans.
- Walk on the side of the better ear.
- Let the other person choose where to turn round.
- Do not carry their bag unless it is handed to you.

It's the last that takes practice.

## Shoes by the door

The only preparation I believe in is to make it easier to go than to stay. The shoes are by the door, the
coat has gloves in it, and the kettle is not on. If I sit down first, I'm lost. It is the first hundred
yards that require a decision; after that it is simply what is happening.

## Rain

There's a kind of walker who is never put off by weather and will tell you so. I am put off by weather
every single morning. But I've noticed that the walks I remember are hardly ever the fine ones. I
remember hail on the canal, making a noise like applause. And an August downpour under the iron bridge,
with four strangers and a wet spaniel, none of whom wished it to stop.

## Pencil on the sheet

I draw every walk on the map afterwards, in pencil, with the date. Some of the lines have been gone over
so often that they shine. Others are a single trace that goes out to a headland in 1998 and never
returns, because I was given a lift home by someone I later married. I can't read that sheet without
smiling, and it's of very little use now for navigation.
`,
  },
  {
    author: 'ines-calder',
    angles: [
      {
        title: 'Thirty-six pictures, and then stop',
        tags: ['photography', 'travel'],
        plan: 'AfEgI',
        opening: `I put one roll of film in the camera in May, and it came out in September. In the same months my
telephone took eleven hundred photographs. I have looked at all thirty-six of the former.`,
        closing: 'There are four good ones. My teacher used to say that four is a very fine year.',
      },
      {
        title: 'Black and white in the kitchen',
        tags: ['photography', 'craft'],
        plan: 'BdEFH',
        opening: `Twice a month, once the plates are dry, our kitchen becomes a darkroom. It takes a blanket over the
window, a red bulb, and the cooperation of everyone who might want a glass of water.`,
        closing: `The prints dry on the oven rack overnight. At breakfast there they are, slightly curled, like toast from
another decade.`,
      },
      {
        title: 'Photographing people who know that you are there',
        tags: ['photography', 'walking'],
        plan: 'CgAeH',
        opening: `For years I tried to be invisible. I would shoot from the hip, from across the road, through gaps. Then I
looked at the pictures, and saw that every one of them was of somebody's back.`,
        closing:
          "I send them the print. It's the part I like best; half of the addresses are now on my Christmas list.",
      },
      {
        title: 'Light I have waited for',
        tags: ['photography', 'seasons', 'walking'],
        plan: 'JiAEH',
        opening:
          'You cannot make it come. The most you can do is to know roughly where it will be, and stand there.',
        closing: `I packed up in the dark, with nothing on the film and everything in my head. Some days that's the way
round.`,
      },
    ],
    bank: `## A number makes you look

With thirty-six frames each has a price, not in money so much as in hesitation. I lift the camera, look,
and very often lower it again. What I lower it from is generally a picture I've taken before. The
remaining few are things that I couldn't explain in advance: a ladder in an empty pool, my aunt's hands
beside the telephone.

## In the tank

The chemistry is not much harder than a custard. Developer at twenty degrees, for as long as the box
says, turned over gently four times each minute. A rinse, the fixer, a long wash. Wrong temperature, and
it comes out thin or thick; forget to turn it, and you get streaks. You may not look until the end. After
thirty years I still hold my breath while I pull the strip up to the light.

## Ask

"I like the way you're standing. May I?" Nine people out of ten will say yes, and eight of them will at
once stop standing that way. So I take one for them, stiff and smiling, and lower the camera, and we
talk. Somewhere in the conversation they come back to themselves. Then I take the second one.

## The print under the red light

For ten seconds the paper lies in the tray and nothing happens, and you think you've made a mistake. Then
a grey breath appears where the darkest part will be, a window frame or a collar, and the picture rises
round it. I've shown that to a good many children, and one hardened accountant. All of them make the same
sound.

## Contact sheets

I cut the film into strips of six, lay them on one sheet of paper and print the whole roll at the size of
stamps. It's a diary that can't be tidied up. There's the picture that I thought was good; there are the
three before it, in which I hadn't understood yet; and there's the one after, taken out of mere habit,
which turns out to be the best. I learn more from the order than from the frames.

## What it costs

Film has got dear, and I don't think that it's sensible to pretend otherwise. A roll, with chemicals and
paper, comes to about the price of a meal for two. I shoot one a month. It's odd to notice that this has
the same effect as a good editor: it hasn't made me a better photographer, but it has made me take fewer
bad ones.

## The camera is a conversation

The old box I use has a finder that you look down into, so that I appear to be bowing. Nobody is afraid
of someone who bows. It's slow to focus and it makes a soft clack like a cupboard. People ask about it,
and tell me about their grandfather's. By the time I've wound it on, we are both looking at the same
thing, and that, I think, is all a portrait is.

## A short list for beginners

1. One camera, one lens, for a year.
2. Stand closer, then bend your knees.
3. Look at the corners before you look at the middle.
4. If the light is poor, photograph something that does not need light.
5. Print it. A picture that hasn't been printed is a rumour.

I had the fifth from a teacher who developed in his bath, and he was right about most other things as
well.

## Patience is mostly coldness

The picture I was after needed low sun through the third arch, at a low tide, without wind. This occurs
about six times a year, and on four of those there's cloud. I've stood there with a flask on eleven
mornings. I've got to know the man who digs for bait. He has never asked what I am waiting for; I presume
he assumes that I'm also after worms.

## Before sunrise

The half-hour before is better than the sun itself. There are no shadows then, so that everything seems
to be lit from the inside: walls, cabbages, parked cars. The colours are those on old enamel. It is over
the minute the first hard edge appears on a chimney. I tell people that I get up for the sunrise. I
really get up for what it puts an end to.
`,
  },
];
