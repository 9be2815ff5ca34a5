package eval

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

// What reporters do to a quote without changing what it says.

var contractions = swaps(`
	it is/it's;that is/that's;I am/I'm;we are/we're;they are/they're;you are/you're;
	do not/don't;does not/doesn't;did not/didn't;cannot/can't;will not/won't;is not/isn't;
	are not/aren't;was not/wasn't;have not/haven't;we will/we'll;I will/I'll;
	they will/they'll;we have/we've;I have/I've;would not/wouldn't;could not/couldn't;
	should not/shouldn't;going to/gonna;want to/wanna`)

var spellings = swaps(`
	color/colour;labor/labour;favor/favour;honor/honour;center/centre;theater/theatre;
	organize/organise;organized/organised;organization/organisation;realize/realise;
	realized/realised;recognize/recognise;defense/defence;offense/offence;program/programme;
	traveled/travelled;canceled/cancelled;neighbor/neighbour;neighbors/neighbours;
	behavior/behaviour;gray/grey;toward/towards;judgment/judgement;OK/okay;
	criticize/criticise;apologize/apologise;per cent/percent;harbor/harbour;meter/metre;
	meters/metres;license/licence`)

var numberStyles = swaps(`
	two/2;three/3;four/4;five/5;six/6;seven/7;eight/8;nine/9;ten/10;eleven/11;twelve/12;
	fifteen/15;twenty/20;thirty/30;forty/40;fifty/50;percent/%`)

var brackets = swaps(`
	he/[the minister];she/[the senator];they/[the voters];it/[the plan];them/[the voters];
	him/[the mayor];we/we [the party]`)

var (
	fillers = regexp.MustCompile(`(?i)(?:, |^)((?:you know|I mean|um|uh|er|well|so|look|okay|` +
		`folks|believe me|frankly|like|right|now|and|oh|listen|by the way),? )`)
	stutter = regexp.MustCompile(`\b(?:the the|I I|we we|a a|that that|to to|of of|and and|` +
		`they they|it it)\b`)
	clause = regexp.MustCompile(`, ([^,;:.?!]{12,70}), `)
	heavy  = regexp.MustCompile(`(?i)\b(?:not|no|never|n't|if|unless|except|but|yet|though|` +
		`although|until|only|nor|neither|without|or|may|might|all|none|most|some|than|\w+n['’]t|` +
		`[0-9]+|say|says|said|think|claim|says?|writes?|wrote|tells?|told|assuming|provided|` +
		`nothing|nobody|hardly|according|that|which|who)\b`)
)

func dropFiller(p passage, r *rand.Rand) (outcome, bool) {
	if at := stutter.FindStringIndex(p.text); at != nil {
		return put(p.text, at, strings.Fields(p.text[at[0]:at[1]])[0]), true
	}
	at := pick(fillers, p.text, r)
	if at == nil || !strings.HasSuffix(strings.TrimSpace(p.text[at[0]:at[1]]), ",") {
		return outcome{}, false
	}
	return put(p.text, at, ""), true
}

// ellipsis leaves out a piece between two commas that limits nothing.
func ellipsis(p passage, _ *rand.Rand) (outcome, bool) {
	at := clause.FindStringSubmatchIndex(p.text)
	if at == nil || heavy.MatchString(p.text[at[2]:at[3]]) || words(p.text[:at[0]]) < 4 || words(p.text[at[1]:]) < 4 {
		return outcome{}, false
	}
	return put(p.text, at[:2], " … "), true
}

// typography dresses a quote as a newsroom's style does.
func typography(p passage, r *rand.Rand) (outcome, bool) {
	s := p.text
	switch r.IntN(4) {
	case 0:
		s = strings.NewReplacer("'", "’", " - ", " — ", "--", "—", "...", "…").Replace(s)
	case 1:
		s = strings.ToLower(s[:1]) + s[1:]
	case 2:
		s = strings.TrimRight(s, ".") + ","
	case 3:
		s = strings.ReplaceAll(s, " ", "\u00a0 ")
	}
	return outcome{s, ""}, true
}

// run keeps the head of a sentence where the rest limits nothing.
func run(p passage, _ *rand.Rand) (outcome, bool) {
	i := strings.LastIndex(p.text, ", ")
	if i < 0 || words(p.text[:i]) < 8 || heavy.MatchString(p.text[i:]) || strings.Contains(p.text, "?") {
		return outcome{}, false
	}
	return outcome{p.text[:i] + ",", p.text[i:]}, true
}
