package lexicon

import "strings"

// Opposite reports whether two forms are opposites: rise and fall, legal and
// illegal. It is symmetric. WordNet's antonyms, a list of common ones that it
// lacks, and words that differ by un-, non- or -less against -ful.
func Opposite(a, b *Form) bool {
	if a.Number || b.Number || a.Stem == b.Stem {
		return false
	}
	if a.entry > 0 && b.entry > 0 && load().opposite[pair(a.entry, b.entry)] {
		return true
	}
	return negated(a.Text, b.Text) || negated(b.Text, a.Text)
}

// negated reports whether b is a with a prefix or ending that turns it round.
func negated(a, b string) bool {
	if len(a) < 4 {
		return false
	}
	if b == "un"+a || b == "non"+a {
		return true
	}
	head, ok := strings.CutSuffix(a, "ful")
	return ok && b == head+"less"
}

// opposites are words that no sentence about one of them means by the other.
// WordNet lacks them, or has them for other word classes only.
const opposites = `
increase raise rise grow expand widen gain surge soar climb/decrease reduce lower fall shrink drop decline cut lose plunge slump narrow
more/less fewer
most/least fewest
many/few
all every/none no some
always/never seldom rarely
everyone everybody/nobody
everything/nothing
everywhere/nowhere
something/nothing
someone somebody/nobody
support back favor endorse/oppose reject resist
accept approve adopt welcome/reject refuse decline deny veto
agree/disagree refuse
admit confirm acknowledge/deny dispute
allow permit let authorize legalize/ban forbid prohibit prevent bar block outlaw
begin start open launch/end stop finish close conclude halt cease
buy purchase/sell
import/export
enter join/leave exit quit
arrive/depart leave
win victory/lose defeat loss
succeed success/fail failure
pass/fail
love like/hate dislike
friend ally/enemy foe
friendly/hostile
good/bad evil
better/worse
best/worst
right/wrong left
true/false untrue
strong/weak
strengthen/weaken
strength/weakness
improve/worsen deteriorate
build create construct/destroy demolish
defend/attack
attack/defense
protect/harm endanger threaten
safe/dangerous unsafe
war/peace
peaceful/violent
guilty/innocent
guilt/innocence
convict/acquit
lawful legal/unlawful illegal
legality/illegality
remember/forget
before/after
early earlier/late later
old/new young
past/future
high higher highest/low lower lowest
up upward/down downward
above over/below under beneath
inside in/outside out
with/without
within/outside
forward/backward
rich wealthy/poor
cheap/expensive
profit/loss
surplus/deficit
income revenue/expense expenditure
supply/demand
majority/minority
maximum/minimum
long/short
big large great/small little
long longer/short shorter
wide/narrow
deep/shallow
heavy/light
fast quick rapid/slow
hard difficult/easy
hot warm/cold cool
public/private
domestic/foreign
internal/external
national/international
permanent/temporary
direct/indirect
certain sure/uncertain unsure doubtful
possible/impossible
likely/unlikely
able/unable
capable/incapable
necessary/unnecessary
present/absent
presence/absence
include/exclude
hire employ/fire dismiss
employed/unemployed
employment/unemployment
ease relax lift/tighten impose
encourage/discourage
trust/distrust mistrust
confidence/doubt
believe/doubt
optimism/pessimism
optimistic/pessimistic
hope/despair
happy/sad unhappy
live life alive/die death dead
birth/death
born/die
save rescue/kill
marry/divorce
yes/no
both/neither
either/neither
here/there
left/right
leftist/rightist
liberal/conservative
democrat democratic/republican
employer/employee
seller/buyer
lender/borrower
lend/borrow
ask question/answer
give/take receive
send/receive
push/pull
advance/retreat
withdraw/deploy
deploy/withdraw
hide conceal/reveal show disclose expose
remember/forget
lead/follow
unite unity/divide division
together/apart
same/different
similar/different
equal/unequal
fair just/unfair unjust
honest/dishonest
loyal/disloyal
legitimate/illegitimate
stable/unstable
stability/instability
secure/insecure
security/insecurity
effective/ineffective
efficient/inefficient
adequate sufficient/inadequate insufficient
regular/irregular
responsible/irresponsible
rational/irrational
relevant/irrelevant
mature/immature
moral/immoral
perfect/imperfect
patient/impatient
visible/invisible
complete/incomplete
correct/incorrect
dependent/independent
dependence/independence
formal/informal
advantage/disadvantage
appear/disappear
connect/disconnect
continue/stop discontinue
obey/disobey
satisfied/dissatisfied
`

// exclusive are classes of words of which one never stands for another, though
// none is the opposite of another.
const exclusive = `
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
spring summer autumn winter
morning noon afternoon evening night midnight
today yesterday tomorrow
second minute hour day week month quarter year decade century
daily weekly monthly yearly
north south east west
northern southern eastern western
red orange yellow green blue purple white black brown gray pink
he she it they we you i
him her them us me
his hers its their our your my
man woman boy girl child
husband wife father mother son daughter brother sister uncle aunt cousin grandfather grandmother
king queen prince princess
must shall should may might can could will would
all most some many few none several half both each every
always often usually sometimes seldom rarely never
who what when where why how which
first second third fourth fifth last next previous
president minister senator governor mayor ambassador judge secretary chancellor
kill injure wound
dead injured wounded
arrest charge convict sentence acquit
death injury
murder suicide accident
city town village region district province state country continent
teach learn
deny refuse
alleviation eradication
mile kilometer meter foot inch
kilogram pound ton gram ounce
dollar euro pound yen yuan ruble franc rupee
hundred thousand million billion trillion
gold silver bronze copper
army navy police
doctor nurse patient
teacher student pupil
house senate
russia ukraine belarus china japan korea india pakistan iran iraq israel syria turkey germany france britain italy spain poland america canada mexico
russian ukrainian belarusian chinese japanese korean indian pakistani iranian iraqi israeli syrian turkish german french british italian spanish polish american canadian mexican
`
