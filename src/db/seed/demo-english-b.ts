import type { DemoTopic } from './demo-topic.js';

/** Databases and programs, in English. */
export const demoEnglishB: readonly DemoTopic[] = [
  {
    author: 'tom-okafor',
    angles: [
      {
        title: 'An index is a promise you have to keep paying for',
        tags: ['postgres', 'craft'],
        plan: 'AGEJ',
        opening: `We had a table with nineteen indexes on it. Seven had never been read since the day they were created.
Every insert paid for all nineteen, and no one had ever presented the bill.`,
        closing: `The table has eight indexes now. The inserts are faster, the vacuum is shorter, and not a single page on
the site has noticed.`,
      },
      {
        title: 'Reading EXPLAIN when you are tired',
        tags: ['postgres', 'debugging'],
        plan: 'CDFE',
        opening: `Query plans are usually met at a bad hour, by someone who would rather be asleep. These are the few
things I look at first, in the order in which I look at them.`,
        closing: `If none of this helps, go to bed. I mean it as technical advice: half of my wrong indexes were created
after midnight.`,
      },
      {
        title: 'The night the planner changed its mind',
        tags: ['postgres', 'debugging', 'self-hosting'],
        plan: 'HFCD',
        opening: `Nothing had been deployed. Nobody had touched the configuration. At ten past two on a Tuesday, a query
that had taken four milliseconds for two years began to take nine seconds.`,
        closing:
          'We wrote it all up in a page called "Tuesday", and it is still the most visited page in our handbook.',
      },
      {
        title: 'Partial indexes, my favourite small feature',
        tags: ['postgres', 'typescript'],
        plan: 'BIGA',
        opening: `Some features are loved because they are grand. I love this one because it is a single clause, and
because it once took a nine-gigabyte index down to forty megabytes.`,
        closing: `Look at your largest index tonight, and ask which rows it holds that nobody has queried since the year
they were written.`,
      },
    ],
    bank: `## What you pay for

Each index is a second copy of part of the table, kept in order at all times. An insert must find its
place in every one. An update that changes an indexed column must do it again, and can no longer take the
cheap path in which the new row version stays on the same page. Then there are the disk, the memory that
the hot pages occupy, and the time that vacuum needs to walk through all of it. None of this makes an
index wrong. It makes it a purchase.

## Index only the rows you ask for

Our jobs table keeps every job that ever ran, and the workers only care about the ones that are waiting:

\`\`\`sql
create index jobs_waiting
  on jobs (run_at)
  where state = 'waiting';
\`\`\`

The index holds a few hundred entries in place of sixty million. It fits in memory with room to spare,
and finished jobs fall out of it by themselves when their state changes. The one condition is that the
query must contain the same predicate, or something the planner can prove implies it.

## Estimates against actuals

Run \`explain (analyze, buffers)\` and compare two numbers on each line: the rows it expected and the rows
it got. If they differ by a factor of two, carry on. If they differ by a factor of a thousand, you have
found your problem, and everything above that line in the plan is a reasonable conclusion drawn from a
false premise. Most slow queries I have met were not missing an index. They were missing a fact.

## Look for the loop

A nested loop is a fine thing with ten rows outside and an index inside. With two hundred thousand rows
outside it becomes a very thorough way of warming up the room. The time on the inner line is per loop,
and it's easy to forget to multiply. A harmless-looking 0.04 milliseconds, executed two hundred thousand
times, is eight seconds.

## The order of the columns

An index on \`(tenant_id, created_at)\` answers "the latest posts of this tenant" by walking along one
narrow strip. Turned round, it has to walk through the posts of everybody. My rule is the old one:
columns compared with equality come first, then the column that you sort or range over. A telephone
directory sorted by first name contains the same information, and nobody wants it.

## Refresh the statistics

The planner knows your table by a sample, and the sample has an age. After a bulk load or a big delete,
run \`analyze\` by hand and do not wait for the daemon to come round. If one column has a very uneven
distribution, raise its statistics target. If two columns always move together, such as a city and its
postcode, tell the planner so with \`create statistics\`; it'll otherwise multiply the probabilities as
though they were strangers.

## Finding the idle ones

\`\`\`sql
select relname, indexrelname, idx_scan,
       pg_size_pretty(pg_relation_size(indexrelid)) as size
from pg_stat_user_indexes
order by idx_scan, pg_relation_size(indexrelid) desc;
\`\`\`

Two warnings before you reach for \`drop\`. A unique index with no scans may still be guarding a rule, and
a replica keeps its own counters, so an index that is idle on the primary could be earning its keep
elsewhere. I drop one per week, on a Monday morning, with the statement that recreates it saved in the
ticket.

## What had happened

The job that cleans up old sessions had removed ninety per cent of a table in one sweep. Autovacuum duly
noticed and analysed it, and the new sample put the planner just across a line: it now believed that a
sequential scan would be cheaper. For most values it was right. For the one value that our front page
asks for, it was wrong by a factor of two thousand. Nothing was broken. A threshold had been crossed in
the dark.

## Create it without stopping the world

\`create index concurrently\` takes longer and can't run inside a transaction, but it lets writes go on. If
it fails half-way it leaves an invalid index behind, which costs you as much as a real one and helps
nobody, so look for it afterwards and drop it. Set a short \`lock_timeout\` in the session first. A
migration that gives up after three seconds is an inconvenience; one that queues behind a long report
will stop everything that queues behind it.

## Write down why

Each index in our schema now has a comment with the query it serves, using \`comment on index\`. It sounds
like bureaucracy. But an index with no reason can never be removed, since the person who made it has left
and everyone else is afraid. One sentence turns an act of faith into a decision that can be taken again.
`,
  },
  {
    author: 'tom-okafor',
    angles: [
      {
        title: 'A backup is a rumour until you have restored it',
        tags: ['backups', 'self-hosting'],
        plan: 'ABGCJ',
        opening: `For two years a small company I know made a backup every night, and every morning a green tick appeared
in a channel. The file was twenty bytes long. It was a gzip of nothing.`,
        closing:
          'Put a date in your calendar, three months from today, with one word in it: restore. The rest is detail.',
      },
      {
        title: 'Three copies, two kinds of disk, one other town',
        tags: ['backups', 'craft'],
        plan: 'CEHI',
        opening: `The rule of three, two and one is so old that nobody can say for certain where it came from. I resisted
it for years, because it sounded like the sort of thing a salesman would say.`,
        closing: `The disk at my sister's house has been used just once. That once was my wedding photographs, and I have
not questioned the postage since.`,
      },
      {
        title: 'Restoring Postgres to ten minutes ago',
        tags: ['backups', 'postgres'],
        plan: 'FDaGJ',
        opening: 'Someone forgot a where clause. It was a Thursday, it was the orders table, and it was me.',
        closing:
          'The clause has since been found, framed, and hung above my desk. It reads, in full: `where id = 7`.',
      },
      {
        title: 'What I back up at home, and what I let go',
        tags: ['backups', 'self-hosting'],
        plan: 'IHJG',
        opening: `I run a handful of services on an old desktop machine in a cupboard. It took me an evening with a sheet
of paper to realise that nine tenths of the data on it could vanish without my noticing.`,
        closing:
          'It is restful to decide in advance what you can bear to lose. It turned out to be quite a lot.',
      },
    ],
    bank: `## The tick is not the test

What the green tick proves is that a script came to its end. It doesn't prove that the dump had contents,
that the file arrived, or that the key to decrypt it is stored anywhere but on the machine that has just
burned down. The only test is to take the file to an empty machine and come back with a working service.
Everything less is a proxy, and proxies drift.

## The quarterly drill

1. Take a fresh virtual machine with nothing on it.
2. Give a colleague the written instructions. Do not help.
3. Start a stopwatch.
4. Stop when the newest row in the restored database can be read in the application.
5. Correct the instructions in every place where the colleague swore.

Our first drill took six and a half hours. The fourth took fifty minutes. We didn't buy anything in
between; we only removed surprises.

## What the rule is really about

Each number is an answer to a different kind of bad day. Three copies are for the file that was damaged
in silence. Two kinds of storage are for the fault that takes out every disk from the same batch. The
copy in another town is for fire, flood, and the removal firm. When I look at a plan now I do not count
copies. I ask which single event takes all of them.

## Dumps and continuous archives

A nightly \`pg_dump\` is easy to understand, easy to restore, and up to a day old. Archiving the
write-ahead log on top of a base backup lets you return to any second in the window that you have kept,
at the cost of more machinery. I use both. The archive is for accidents; the dump is for the day on which
I have misunderstood the archive.

## Copies that cannot be deleted

The first thing an intruder does nowadays is to look for the backups. If the server can delete its own
history, so can whoever owns the server. Mine may only write: the key it holds can add new objects to the
bucket and nothing else, and old versions are locked for thirty days. I pay a little for data that I
would have thinned out sooner. I think of it as the price of a door that opens in just one direction.

## The ten minutes in question

The mistake was made at 14:32. I stopped the application at once, since each new order after that would
make the repair harder. Then I restored the base backup of the night before on a second machine, and
asked it to replay the log until a minute before I had pressed return:

\`\`\`ini
restore_command = 'cp /archive/%f "%p"'
recovery_target_time = '2024-03-14 14:31:00+00'
recovery_target_action = 'pause'
\`\`\`

It paused where I told it to. I looked at the table, breathed out, and copied back the rows that I'd
damaged. I did not replace the whole database; ninety-nine per cent of it was fine.

## Measure the age, not the event

Alert on the age of the newest backup that has been verified, and not on the failure of a job. A job that
has been removed by accident doesn't fail. A machine that is switched off doesn't fail. "The last good
copy is thirty-one hours old" covers every cause at once, including those that I have not thought of yet.
It is one number, and it only goes up until something does its work.

## Encryption, and where the key sleeps

I encrypt before anything leaves the house, so that I needn't trust whoever owns the far end. The weak
point then moves to the key. Mine is printed on paper, twice, in two envelopes at two addresses, with the
command line written beneath it by hand. A password manager isn't enough if the only copy of its database
is inside the thing you need it to open. I've drawn that circle on a whiteboard for more than one team,
and the silence is always the same.

## A list of what matters

- Photographs and letters: everything, for ever, in three places.
- The database of the blog: nightly, kept for ninety days.
- Configuration: in version control, which is a backup with opinions.
- Films, package caches, thumbnails: not at all.
- Logs: a fortnight, and even that's sentimental.

The list fits on an index card inside the cupboard door. When I add a service I have to add a line, and
it's surprising how often the line reads "not at all".

## Write for somebody frightened

The instructions will be read by someone whose heart is beating fast, and possibly by someone who isn't
you. So no "simply", no "obviously", no links into a wiki that lives on the server which is down. Full
commands, in order, with what you should see after each one. Print it. Paper does not need DNS.
`,
  },
  {
    author: 'tom-okafor',
    angles: [
      {
        title: 'Types are for the reader',
        tags: ['typescript', 'craft'],
        plan: 'ADFIJ',
        opening: `I used to add types for the compiler, in the way one fills out a customs form. It was only when I came
back to some code after a year that I noticed who they had been for.`,
        closing:
          'The compiler is satisfied by a lot less than a tired colleague is. Write for the colleague.',
      },
      {
        title: 'Make the wrong state hard to write',
        tags: ['typescript', 'debugging'],
        plan: 'BEFI',
        opening: `Our checkout had a bug that no test could catch, because each of its fields was right. It was the
combination that was impossible, and the types permitted it cheerfully.`,
        closing:
          'I still write bugs. They are now mostly bugs about what people want, which are more interesting.',
      },
      {
        title: 'Parse at the border, trust inside',
        tags: ['typescript', 'self-hosting'],
        plan: 'CHFJ',
        opening: `There is a type in almost every codebase that is a lie. It is generally near a call to \`fetch\`, and it
looks like this: \`as User\`.`,
        closing: `It comes down to passport control. Do it properly in one place, and you can leave people alone once they
are in.`,
      },
      {
        title: 'Leaving `any` one file at a time',
        tags: ['typescript', 'craft'],
        plan: 'GJDI',
        opening: `The project had four hundred and twelve of them. I know, because I put the number on the wall and crossed
it out every Friday for a year.`,
        closing: `The last one went in December, out of a date picker. There was cake, and nobody outside the team could be
made to understand why.`,
      },
    ],
    bank: `## A signature is a paragraph

\`function transfer(a: string, b: string, n: number)\` tells me nothing, and has three ways to be called
wrongly. Give the parameters names, give the amount a unit, say that it returns either a receipt or a
refusal, and I needn't open the body at all. I count the times I have to jump to a definition while
reading a file. In good code it's fewer than once a screen.

## Unions over flags

An object with \`loading\`, \`error\` and \`data\`, all optional, has eight shapes, of which three make sense.
A union has only the ones you write:

\`\`\`ts
type Load<T> =
  | { state: 'idle' }
  | { state: 'loading'; since: number }
  | { state: 'failed'; reason: string }
  | { state: 'done'; data: T };
\`\`\`

Once the shape carries the state, the questions in the code become shorter. You can't read \`data\` before
you have established that there is any, and nobody needs to remember to.

## The border

Anything that comes from outside is \`unknown\`: the body of a request, a row from a file, an environment
variable, the answer from somebody else's server. I write one function that takes the unknown and either
gives back the real type or throws with a sentence that a person can act on. Inside that line there are
no checks at all. Outside it there is no trust. Checks scattered through the middle are the worst of
both, for they look like safety and they're only nerves.

## Names before cleverness

There was a month in which I discovered conditional types, and I would like to apologise to those who
worked with me. A type that needs a diagram isn't documentation, it's a puzzle which happens to compile.
These days I spend my effort on the names. \`PublishedPost\` and \`Draft\` are two dull types, and between
them they have prevented more mistakes than all of my recursion.

## Let the compiler count the cases

\`\`\`ts
function label(s: Load<unknown>): string {
  switch (s.state) {
    case 'idle':
      return 'Not started';
    case 'loading':
      return 'Loading';
    case 'failed':
      return s.reason;
    case 'done':
      return 'Ready';
    default:
      return s satisfies never;
  }
}
\`\`\`

On the day that someone adds a fifth state, this function stops compiling, and so does every other that
forgot about it. It's the only to-do list I know of which writes itself.

## Two strings that are not the same

A user id and an order id are both strings, and I've once spent an afternoon looking at an empty page
because they'd changed places. A brand, an invisible mark on the type, costs one line and makes the swap
an error. I don't brand everything. I brand whatever travels far: identifiers, money, and anything that
has already been escaped.

## The ratchet

We didn't stop the work in order to clean up. We wrote a script that counted, stored the count in the
repository, and failed the build if it rose. Anybody who touched a file was free to lower it. Some weeks
it fell by twenty and some by none. The point of a ratchet is that it asks nothing of you except not to
go back.

## An error that names its field

The first version of our parser said "invalid input", and support would forward it to us with a shrug.
The second says which field, what it found, and what it expected: \`items[3].price: expected an integer,
got "12.50"\`. We get fewer tickets now, because the people who send the data can read that for
themselves. I have come to believe that the quality of the border is mostly in the quality of its
refusals.

## Types do not replace tests

They answer different questions. A type says that this function returns a number. It takes a test to say
that the number is the right one. What the types took away was a whole class of dull tests: what if it's
null, what if the list is missing, what if somebody passes a string. We deleted about a third of the
suite, and the remainder reads like a description of the business.

## When I still cast

Twice in the code base, and both times with a comment that says why the compiler cannot know. One is at
the edge of a library whose types are wrong; the other is after a check that's too strange to express. A
cast is a signed statement: I, the author, take responsibility for this. I want there to be few enough
that I can remember them all.
`,
  },
  {
    author: 'tom-okafor',
    angles: [
      {
        title: 'SQLite is enough, and enough is a great deal',
        tags: ['sqlite', 'self-hosting'],
        plan: 'ABEIJ',
        opening: `Every few months I find myself in a meeting about which database cluster to use for a site with nine
visitors an hour. I have started to answer with a file name.`,
        closing: "If you outgrow it you'll know, and you will have had years of quiet in the meantime.",
      },
      {
        title: 'Five settings I put in every SQLite database',
        tags: ['sqlite', 'typescript'],
        plan: 'CDFHB',
        opening: `SQLite's defaults are the defaults of a library that must not break a program written in 2004. That's
admirable, and it means that a new program should say what it wants.`,
        closing: 'Put them in one function that opens the connection, and let nothing else open one.',
      },
      {
        title: 'Moving a busy little site off a big database',
        tags: ['sqlite', 'postgres'],
        plan: 'GABEH',
        opening: `The site had four thousand articles, one author and a managed Postgres that cost more per month than the
hosting of everything else together. One rainy weekend, I moved it.`,
        closing:
          'A year later the bill is smaller, the pages are faster, and there is one fewer thing that can be down.',
      },
      {
        title: 'The file is the format',
        tags: ['sqlite', 'backups', 'craft'],
        plan: 'IHFJ',
        opening: `I have sent databases to people by post, on a memory card, in an envelope. I recommend the experience to
anybody who has ever filled in a migration request form.`,
        closing:
          "In thirty years I don't expect to remember a password. I do expect to be able to open the file.",
      },
    ],
    bank: `## No network in the middle

A query to a database on another machine is a conversation across a room, however fast the talkers are. A
query to SQLite is a function call. The famous sin of running two hundred small queries to build a page
is no sin any more, since each takes a few microseconds. Whole layers of code exist only to avoid that
conversation. Without it they can go.

## One writer at a time

There is one real limit, and people get it backwards. Any number of readers can work while one writer
writes; two writers must take turns. A turn lasts well under a millisecond if you keep transactions
short. A site that takes ten writes a second is using about one per cent of the time available. What
hurts is a transaction left open while something slow happens, such as a call to another server. Don't do
that, here or anywhere.

## The settings

\`\`\`sql
pragma journal_mode = wal;
pragma synchronous = normal;
pragma busy_timeout = 5000;
pragma foreign_keys = on;
pragma cache_size = -32000;
\`\`\`

The first lets readers carry on while someone writes. The second is safe from corruption in that mode, at
the price of perhaps losing the last moments on a power cut. The third makes a second writer wait and not
fail. The fourth makes your foreign keys mean something. The last gives thirty-two megabytes to the page
cache.

## Begin as you mean to go on

A transaction that starts by reading and later decides to write can find that someone else got in
between, and then no timeout will save it. If a transaction is going to write, say so at the start with
\`begin immediate\`. It queues politely at the door and not half-way through dinner. This one word removed
every "database is locked" from our logs.

## Where it is the wrong tool

If several machines must write, if you need fine-grained permissions inside the database, or if an
analyst wants to run hour-long reports while the tills are ringing, use a server. I like servers. I only
object to starting one out of habit, for the same reason that I don't hire a removal van to fetch milk.

## Strict tables

By default a column declared as an integer will accept the word "banana" and store it without complaint.
Add \`strict\` to the end of the table definition and it'll refuse, as you'd have expected. I also use
\`without rowid\` on tables whose key is short and whose rows are small, and generated columns for what I
would otherwise forget to keep in step.

## The weekend itself

Saturday morning went on types: there were arrays to unfold into a table of their own, and timestamps to
agree upon. I chose integers in milliseconds and have had no arguments since. Saturday afternoon was
full-text search, where the built-in module did in twenty lines what had been three hundred. On Sunday I
pointed a copy of the site at the file, compared every page of the old with every page of the new, and
found one difference, an apostrophe.

## Migrations in a number

The file has a place for a single integer, \`user_version\`, and that is all a migration system needs. At
start-up the program reads it, runs every step above it in order, each within a transaction, and writes
the new number. There's no table of checksums, and no tool. The whole thing is fifteen lines, and I have
copied it from project to project for six years.

## Copying a live database

Don't use \`cp\` on a database that is being written. Use \`vacuum into 'copy.db'\`, which gives you a
consistent and compact file while the site goes on serving. Mine does it every hour into a folder that is
then carried off elsewhere. To look at last Tuesday, I open last Tuesday. There is no restore procedure
because there's nothing to restore: you rename a file.

## A document you can query

What won me over in the end was something else. My address book, my reading notes and ten years of
temperature readings from the garden are each a single file, which any language can open on any machine,
and which the authors have promised to support until 2050. I know of no other format of which I can say
so, except plain text. I trust those two, and try to keep what I care about in one or the other.
`,
  },
  {
    author: 'tom-okafor',
    angles: [
      {
        title: 'The computer in the cupboard',
        tags: ['self-hosting', 'craft'],
        plan: 'AEGDI',
        opening: `There's an eleven-year-old desktop machine behind the winter coats in our hall. It serves two blogs, our
calendar, the photographs of three households and a recipe book. It makes less noise than the fridge.`,
        closing: `Guests who hang up their coats sometimes ask what the small green light is. I tell them it's where we
live.`,
      },
      {
        title: 'Own your words: the case for a small server',
        tags: ['self-hosting', 'reading'],
        plan: 'FBIA',
        opening: `In my twenties I published six hundred short essays on a site that no longer exists. I have the
notification of its closure. I don't have the essays.`,
        closing: `It isn't for everybody, and it needn't be. But if words are what you make, it is worth knowing where they
sleep.`,
      },
      {
        title: 'Boring deployment for a quiet life',
        tags: ['self-hosting', 'typescript'],
        plan: 'CJDE',
        opening: `Last month a friend showed me the diagram of his deployment. It had eleven boxes, and his site has a
contact form. I went home and drew mine.`,
        closing: 'Three boxes and two arrows. I was embarrassed for a minute, and have been smug ever since.',
      },
      {
        title: 'A year of notes on what actually broke',
        tags: ['self-hosting', 'debugging'],
        plan: 'HDGJ',
        opening: `I kept a log of every outage for twelve months, including the ones that only I noticed. I had a theory of
what I'd find. The theory was wrong.`,
        closing: `Next year I'll keep the log again. It is the cheapest monitoring system I've ever had, and the only one
that makes me laugh.`,
      },
    ],
    bank: `## Why at home

It isn't to save money, although at nine watts it does. It is that I can walk up to it. When something's
strange, I can see whether a light is on and hear whether a fan is running. After years of looking at
other people's dashboards it's a pleasure to have a system I can hold in my head and, if it comes to it,
under my arm.

## Addresses are the part to keep

You can change the machine, the software and the country it stands in, so long as the addresses stay the
same. Buy the domain for ten years. Never put the name of a program or a file extension in a link. I've
moved house three times on the internet and the oldest of my links, from a forum in 2009, still arrives
at the right page.

## One process, one file, one unit

\`\`\`ini
[Service]
ExecStart=/usr/bin/node /srv/blog/server.js
User=blog
Restart=on-failure
ProtectSystem=strict
StateDirectory=blog
\`\`\`

That's the deployment. Copy the new directory next to the old one, move a symbolic link, restart the
unit. If it's wrong I move the link back. I can explain it to anybody in a minute, and I've had to, over
the phone, to my brother, while I stood in a field.

## Updates on the first Sunday

Security patches install themselves at night. All the rest waits for the first Sunday of the month, after
breakfast, when I read the release notes with a pencil. It takes an hour. I used to update on impulse,
usually in the evening, usually before a journey. Having a day for it has done more for our uptime than
any piece of software.

## The outside world

The cupboard doesn't accept visitors. A small rented machine with a public address holds the certificates
and passes requests down a private tunnel. If the house loses power it shows a page that says so, in two
languages. It costs less per month than a sandwich, and it means that nobody on the internet knows where
my coats are.

## The price of convenience

When a service is free, you are renting it with something. Sometimes that is attention, and sometimes
only the certainty that it'll be closed one day by people who are sorry. I don't think anyone was wicked.
The site that ate my essays was run by kind people who ran out of money. But kindness isn't a storage
medium.

## What the electricity costs

| Part | Watts | Hours per day | Per year |
| --- | --- | --- | --- |
| Desktop, idle | 9 | 24 | 79 kWh |
| Disks, spinning | 6 | 3 | 7 kWh |
| Router | 7 | 24 | 61 kWh |

The surprise was the router, which I would have had anyway. I measured all of them with a plug-in meter
for a month, and not from the data sheets, which are works of fiction.

## The log

There were fourteen outages. Six were the internet connection. Three were me, updating something. Two
were a full disk, both times because of logs about something unimportant. One was an expired certificate
on a name that I'd forgotten I owned. One was a power cut. And one was a child who wanted to know what
the button did. Not a single one was a failure of hardware, which is what I'd spent my money guarding
against.

## Who else can turn it on

If I fell under a bus tomorrow, my family would lose its photographs within a year, through no fault of
theirs. So there is a page of plain instructions inside the cupboard door. It says what the machine is
for, what to pay and when, how to copy everything onto a disk, and which friend to ring. My wife has
tried it out, once, with me sitting on my hands.

## What I left out

- No container orchestra. There is one musician.
- No metrics stack. I read the log with my tea.
- No build on the server. It only gets finished files.
- No second machine in waiting. We can live without the calendar for an hour.

Each of those is right for somebody. Every one of them would have been a thing that could break in order
to protect me from things that hadn't.
`,
  },
  {
    author: 'tom-okafor',
    angles: [
      {
        title: 'How I debug when I have no idea',
        tags: ['debugging', 'craft'],
        plan: 'ABCEI',
        opening: `There are bugs where you know at once which line to look at. This is about the other sort: the ones that
arrive as a rumour, on a Friday, with a screenshot of nothing.`,
        closing: `The solution was a single character. It generally is. The search is the work, and the character is the
receipt.`,
      },
      {
        title: 'The bug that only happened on Wednesdays',
        tags: ['debugging', 'history'],
        plan: 'BDGI',
        opening: `For six weeks our nightly report failed once a week, and always on the same day. We had jokes about it
before we had a theory.`,
        closing:
          "I've never since laughed at a user who told me that it depends on the weather. I ask what the weather was.",
      },
      {
        title: 'Logs worth reading at three in the morning',
        tags: ['debugging', 'self-hosting'],
        plan: 'FEAI',
        opening: `I have been on call for eleven years. In that time I've read a great many lines of log, and I could count
on my fingers the ones that were written with me in mind.`,
        closing: 'Somebody is going to read that line at the worst hour of their month. Leave them a torch.',
      },
      {
        title: 'Explaining it to the duck, and why that works',
        tags: ['debugging', 'reading'],
        plan: 'JBHE',
        opening: `Everybody knows the trick: you explain the problem aloud to a rubber duck, and half-way through the
sentence you see the answer. Fewer people ask why, and the answer is worth having.`,
        closing: 'My duck is in fact a wooden hedgehog. The results appear to carry over.',
      },
    ],
    bank: `## Make it happen twice

Until you can bring the fault about at will, every theory is gossip. I'll spend the whole of the first
day on this if I have to: the same data, the same clock, the same version, the same locale. It's dull,
and it is usually the greater part of the work. When you can produce the bug with one command, you can
let a machine do the looking.

## Write down what you believe

I take a sheet of paper and make two columns: what I know, and what I assume. It's humbling. "The request
reaches the server" turns out to be something I assume. "The file is there" is an assumption. Then I go
down the second column and move things over to the first, one at a time, cheapest first. The bug is
always hiding in the second column. It can't live in the first.

## Halve it

If it worked in March and fails in June, try the version from April. If it fails with a thousand rows,
try five hundred. If the path goes through eight boxes, look at what comes out of the fourth. Eleven
steps of halving will find one commit among two thousand, and \`git bisect run\` will take the steps while
you have lunch. Cleverness feels faster, and I've timed it, and it isn't.

## Change one thing

Under pressure we turn three knobs at once, and when the noise stops we don't know which of them did it.
Worse, two of the three remain turned. I put each change on its own line in the notes, with what I
expected and what I saw, and I undo it before I try the next. It's slower by the minute and a great deal
faster by the day.

## Read the message

I mean all of it, aloud, to the last line. I once watched an excellent engineer search for an hour for
the cause of an error whose second sentence named the file, the line and the remedy. We're so used to bad
messages that we've stopped reading the good ones. If it gives a number, look the number up. If it says
"permission denied", believe it.

## What a line should hold

A good line of log says what was being attempted, for whom, with what, and how it ended. One line per
event, not five. An identifier which is the same in every service, so that I can follow one request
through the building. Durations as numbers with a unit. And no "something went wrong": I know that
already, or I wouldn't be awake.

\`\`\`text
order.charge failed order=8812 user=51 gateway=b attempt=3 ms=10004 reason=timeout
\`\`\`

## The calendar was innocent

On Tuesday nights a different team's job rotated a log file, and the rotation sent a signal to a process
which had inherited the wrong handler from a wrapper script. The process didn't die. It only closed a
file that it still needed some four hours later, by which time it was Wednesday. No one piece of this was
wrong enough to be noticed. I drew it on the whiteboard, with arrows, and a colleague from accounts asked
whether she might keep it.

## Sleep on it

The part of the mind which solves such things doesn't work while you're watching. I have found bugs in
the shower, on the stairs, and once in the second act of an opera. It's no excuse for laziness, since it
only ever happens after a day of honest looking. But when I notice that I'm reading the same function for
the fourth time, I stop, write down where I am, and go home.

## Close the door behind you

When it's found, there are three things left to do. Write the test that would have caught it. Look for
its brothers, for whoever wrote that mistake, and it may have been me, has made it elsewhere too. And
change whatever made it hard to see: the message, the name, the missing check. A bug that teaches you
nothing is one you'll have to pay for again.

## Speech is slower than thought

Thinking lets you skip. You can hold a whole system in your mind as a warm blur in which all the parts
fit. The moment you have to say it aloud, one word after another, to someone who knows nothing, you must
put in the steps, and one of the steps turns out to be missing. Writing does the same. I've begun dozens
of messages to colleagues that I never sent, because the second paragraph contained the answer.
`,
  },
  {
    author: 'tom-okafor',
    angles: [
      {
        title: 'Code review as a letter',
        tags: ['craft', 'reading'],
        plan: 'AEDHI',
        opening: `My first reviewer never met me. She worked in another country, wrote in full sentences, and in two years
taught me more than my degree had. I still have some of her comments in a folder.`,
        closing:
          "I looked her up last year to thank her. She'd forgotten me entirely, and remembered the bug.",
      },
      {
        title: 'Small changes travel faster',
        tags: ['craft', 'typescript'],
        plan: 'CDFJ',
        opening: `I used to save my work up and deliver it in one grand parcel. It got the reviews that grand parcels get:
a week of silence, and then a thumb pointing upward.`,
        closing: `The best change I made all year was eleven lines long. It was approved in four minutes by someone who had
really read it.`,
      },
      {
        title: 'What I look for, in order',
        tags: ['craft', 'debugging'],
        plan: 'BFDJ',
        opening: `People assume that a review is a search for mistakes. If it were, it would be a poor one: tests are
better at that, and they don't get bored. I look for other things, and I look in a particular order.`,
        closing:
          "If I reach the bottom of my list with nothing to say, I say what I liked. It's information as well.",
      },
      {
        title: 'The review that went wrong, and was my fault',
        tags: ['craft', 'reading'],
        plan: 'GAEI',
        opening: `Four years ago I wrote thirty-one comments on a new colleague's first change. Every one of them was
correct. He didn't open another for three weeks.`,
        closing:
          "He's my manager now. He brings it up at Christmas, which is how I know that I've been forgiven.",
      },
    ],
    bank: `## A person at the other end

A comment is read by someone who is a little nervous, without your tone of voice, perhaps at the end of
their day. "Why is this here?" can be a question or a slap, and the reader will choose the slap. I write,
"I couldn't work out why this is here, can you tell me?" It costs nine more words. I've never regretted
them, and I have certainly regretted the short form.

## The order

1. Do I understand what it's for? If not, stop here.
2. Is this the right place for it?
3. What happens when it fails?
4. Will the tests go red if someone breaks it?
5. Are the names true?
6. Everything else, which a formatter should've done already.

Most reviews begin at six and never arrive at three. Three is where the money is.

## One idea at a time

If the description needs the word "also", it's two changes. Moving a function and altering it in one go
hides the alteration completely; the eye sees a block of red and a block of green and gives up. So I move
it first, with a note saying that nothing has changed, and alter it after. Two small reviews, and each
can be understood by someone who's waiting for a kettle.

## Say why in the description

The code says what it does. It can't say what you tried first, which customer complained, or why the
obvious way doesn't work. I write three short paragraphs: what was wrong, what I did, what I decided
against. It's for the reviewer today, but the reader I have in mind is the one who'll arrive in five
years by way of \`git blame\`, hoping that somebody had a reason.

## Mark what matters

Each comment begins with how much I mean it: **must**, **would**, or **idle thought**. Without that,
every remark weighs the same, and a person can't tell the missing lock from the spelling. I try to have
no more than three of the first sort. If there are ten, then the trouble isn't in the code; we ought to
have talked before it was written.

## Run it

I check out the branch and use the thing. It's astonishing how seldom this is done. In five minutes at
the keyboard, I've found buttons which did nothing, a page that scrolled sideways, and a migration that
ran for an hour on real data. Reading tells you whether it is well made. Running it tells you whether
it's any use.

## Thirty-one

They were about naming, spacing, a library that I'd have preferred, a loop that could have been a map. I
was thorough and, I believed, generous with my time. What he read was thirty-one times "you do not belong
here". No one of those comments was worth a day of his confidence. I could have written two, approved it,
and gone for a walk with him about the rest.

## Be quick, or say when

A change that waits for two days goes stale, and its author has already begun to build upon it. I look in
the morning and after lunch. If I can't do it properly I say so: "Tomorrow at ten." It's much easier to
wait for a time than for a mood. The slowest teams I've known weren't slow at writing; they were slow at
answering.

## What I learned as the author

Read your own change first, in the review tool and not in the editor, where it looks like somebody
else's. I find half of the mistakes in those five minutes. I leave a note or two where I'm unsure, for
it's disarming, and because it points the reader to where I need them. And I've stopped defending. If a
good engineer misread it, then it was possible to misread.

## Agree on the boring things

Argue once, write it down, and let a tool enforce it. We spent an afternoon on quotes, commas and line
length, took a vote, and have not mentioned them in the six years since. Each argument that a machine can
settle is one that two people need not have. What's left over is worth disagreeing about.
`,
  },
];
