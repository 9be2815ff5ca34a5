package provenance

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Who quotes what a speaker has somebody else say may do as the speaker did: “Renn quoted
// his mother as saying”, “Holt had said that “…,” Renn told the hearing”, “she told him:”.
// That the speaker only passes the words on is then no secret, and “she said” before them in
// the transcript is not cut off.

// passedOn reports whether all that was cut is a clause of saying before the words, which
// the report has in its own way.
func passedOn(d *text.Document, q speech.Quote, t *Transcript, m Match, ch change.Change) bool {
	if ch.Kind != change.Truncation || ch.Source.Len() == 0 || ch.Source.End > m.Spans[0].Start {
		return false
	}
	cut := lowered(t.Document, t.WordsIn(ch.Source), nil)
	if !slices.ContainsFunc(cut, english.Saying.Has) || slices.ContainsFunc(cut, english.Negators.Has) {
		return false
	}
	around := lowered(d, d.WordsIn(surroundings(d, q)), q.Spans)
	others := saysAnother(q.Speaker, turnAt(t.Turns, ch.Source.Start))
	if relays(d, q, around) || others && tellsWho(d, q, cut, t.before(ch.Source)) {
		return true
	}
	return q.Speaker != nil && (saidTwice(d, q, around) || q.Speaker.Name == "" &&
		slices.Contains(cut, english.Lower(d.Read(q.Speaker.Mention))))
}

// saysAnother reports whether a report gives words to somebody else than whose turn has them:
// to nobody of a name, “an old man”, or of another name.
func saysAnother(s *speech.Speaker, turn speech.Turn) bool {
	if s == nil || s.Name == strings.ToLower(s.Name) {
		return true
	}
	return turn.Speaker != "" && !mayBeOne(s.Name, turn.Speaker)
}

// surroundings are the sentences in which a quote and its attribution stand.
func surroundings(d *text.Document, q speech.Quote) text.Span {
	around := q.Sentence
	for _, s := range q.Spans {
		around = around.Cover(d.Sentences[d.SentenceAt(s.Start)].Span)
	}
	return around
}

// lowered are words in lower case, without those in some spans.
func lowered(d *text.Document, r text.Range, without []text.Span) (out []string) {
	for w := r.Start; w < r.End; w++ {
		if !slices.ContainsFunc(without, func(s text.Span) bool { return s.Contains(d.Words[w].Span()) }) {
			out = append(out, english.Lower(d.Word(w)))
		}
	}
	return out
}

// mostQuoted is how many words there are at most between “quoted” and “as saying”, or “read”
// and “letter”.
const mostQuoted = 8

// relays reports whether a report says before or beside a quote that the speaker only passes
// it on: “quoted his mother as saying”, “read a letter from the guild: “…””.
func relays(d *text.Document, q speech.Quote, around []string) bool {
	if relayed(around) {
		return true
	}
	lead, colon := leadOf(d, q)
	read := slices.IndexFunc(lead, readTo.Has)
	if !colon || read < 0 || slices.ContainsFunc(lead, english.Saying.Has) || readBefore(lead[:read]) {
		return false
	}
	what := slices.IndexFunc(lead[read:min(read+mostQuoted, len(lead))], messages.Has)
	return what >= 0 && !slices.ContainsFunc(lead[read+what:], doesMore)
}

// readBefore reports whether words before “read” make it what was done before anything was
// said: “who had read”, “after reading”.
func readBefore(before []string) bool {
	n := len(before)
	return n > 0 && (earlier.Has(before[n-1]) || n > 1 && before[n-1] == "had" && earlier.Has(before[n-2]))
}

// doesMore reports whether a word begins what somebody did who has read something: “… the letter
// and was angry”.
func doesMore(w string) bool { return w == "and" || english.Auxiliary(w) }

// leadOf is what stands before a quote in its sentence, and whether it ends with a colon.
func leadOf(d *text.Document, q speech.Quote) (lead []string, colon bool) {
	r := text.Span{Start: surroundings(d, q).Start, End: q.Spans[0].Start}
	lead = lowered(d, d.WordsIn(r), nil)
	return lead, strings.HasSuffix(strings.TrimRight(d.Read(r), " \n\"“„«‘'"), ":")
}

// farthestWho is how many words before “she wrote” it is told who she is.
const farthestWho = 20

// before are the words shortly before a place in a transcript.
func (t *Transcript) before(at text.Span) []string {
	r := t.WordsIn(text.Span{End: at.Start})
	return lowered(t.Document, text.Range{Start: max(r.Start, r.End-farthestWho), End: r.End}, nil)
}

// tellsWho reports whether a report says before a quote who is told to have said it, by a
// word of content that the cut has before its verb as well, or behind which it has “she”: “an
// old man at the mill had told her: “…””, of “then an old man came up to me, and he said”.
func tellsWho(d *text.Document, q speech.Quote, cut, before []string) bool {
	lead, colon := leadOf(d, q)
	verb := slices.IndexFunc(lead, english.Saying.Has)
	if !colon || verb < 0 || slices.ContainsFunc(lead[:verb], english.Hearing.Has) {
		return false
	}
	from := cut[:slices.IndexFunc(cut, english.Saying.Has)]
	if len(from) == 1 && thirds.Has(from[0]) {
		from = before
	}
	return slices.ContainsFunc(lead[:verb], func(w string) bool {
		return slices.Contains(from, w) && !english.FunctionWords.Has(w) && !english.Subjects.Has(w)
	})
}

// relayed reports whether words say that somebody was quoted by the speaker: “quoted his
// mother as saying”, “read from a letter”; not “was quoted as saying”, “described it as bad”,
// “who had read the letter”.
func relayed(around []string) bool {
	for i, w := range around {
		next := around[min(i+1, len(around)):min(i+1+mostQuoted, len(around))]
		if quoting.Has(w) && asSaying(next) || readTo.Has(w) && len(next) > 0 && readsOut.Has(next[0]) &&
			slices.ContainsFunc(next, messages.Has) {
			return true
		}
	}
	return false
}

// asSaying reports whether words behind “quoted” go on with who was, and that he said it.
func asSaying(next []string) bool {
	as := slices.Index(next, "as")
	return as > 0 && as+1 < len(next) && english.Saying.Has(next[as+1])
}

// saidTwice reports whether the report says before the words who said them, and beside it
// who says so: “Holt had said that “…,” Renn told the hearing”, “she believed, Renn said, that
// “…””.
func saidTwice(d *text.Document, q speech.Quote, around []string) bool {
	before := strings.TrimRight(d.Text[:q.Spans[0].Start], " \n\"“„«‘'")
	told, verbs := strings.HasSuffix(before, ", that") || saidAside(d, q), 0
	if strings.HasSuffix(before, " that") && slices.Contains(around, "according") {
		verbs, told = 1, true
	}
	for i, w := range around {
		if english.Saying.Has(w) {
			verbs++
			told = told || i > 0 && around[i-1] == "had" && strings.HasSuffix(before, " that")
		}
	}
	return told && verbs > 1
}

// longestAside is how many words the subject of “, the mayor said,” has at most.
const longestAside = 3

// saidAside reports whether who says so stands between commas before the words, in a clause
// about somebody else: “the director, who told her, she said: “…””.
func saidAside(d *text.Document, q speech.Quote) bool {
	lead := d.WordsIn(text.Span{Start: surroundings(d, q).Start, End: q.Spans[0].Start})
	for w := lead.Start + 1; w < lead.End; w++ {
		if !english.Saying.Has(english.Lower(d.Word(w))) || !strings.ContainsAny(d.Text[d.Words[w].End:][:1], ",:") {
			continue
		}
		for k := w - 1; k > lead.Start && k >= w-longestAside; k-- {
			if strings.HasSuffix(d.Text[:d.Words[k].Start], ", ") {
				return true
			}
		}
	}
	return false
}

var (
	// quoting are verbs of who passes on what somebody said: “quoted”.
	quoting = words.Set("saying", "quoting")

	// readTo are the verbs of who reads to others, and readsOut how they go on: “read aloud”.
	readTo, readsOut = words.Set("saying", "reads"), words.Set("saying", "reads-out")

	// readBy stands before “by” and the name of who reads a statement: “delivered”.
	readBy = words.Set("saying", "read-by")

	// messages are what words are read from: “letter”.
	messages = words.Set("saying", "messages")

	// earlier stand before what was done before: “after reading”, “who had read”.
	earlier = words.Set("saying", "earlier")

	// closings are what stands before the name under a letter: “respectfully”.
	closings = words.Set("saying", "closings")
)

// creditsAnother reports whether the report says around a quote that its speaker passes on what
// somebody else said, or that two said it.
func creditsAnother(d *text.Document, q speech.Quote) bool {
	around := lowered(d, d.WordsIn(surroundings(d, q)), q.Spans)
	return saidTwice(d, q, around) || relays(d, q, around)
}

// farthestCited is how many words before words in marks somebody is named who is then only
// “he”.
const farthestCited = 60

// longestCited is how many bytes before words in marks the mark is looked for that opens them.
const longestCited = 1000

// citesAs reports whether a transcript gives what stands at a place, in marks, to somebody of
// a name without saying so beside them: to a “he” or “she” whom it named shortly before
// (“Holt wrote to me. He said, “…””), to who signs the words or sent them.
func (t *Transcript) citesAs(turn speech.Turn, at int, name string) bool {
	from := max(turn.Span.Start, at-longestCited)
	if from >= at {
		return false // between two turns
	}
	said := t.Text[from:at]
	open := strings.LastIndexAny(said, "“\"«‘")
	if open < 0 || closesDouble(said, open) || closesSingle(said[open:]) {
		return false
	}
	last, r := lastOf(nameParts(name)), t.WordsIn(text.Span{End: from + open})
	before := lowered(t.Document, text.Range{Start: max(r.Start, r.End-farthestCited), End: r.End}, nil)
	turned := t.WordsIn(text.Span{Start: turn.Span.Start, End: from + open}).Len()
	own := before[max(0, len(before)-turned):]
	n := len(own)
	named := n > 2 && english.Saying.Has(own[n-1]) && thirds.Has(own[n-2]) && slices.Contains(own, last)
	return named || sentBy(before, last) || t.signedBy(at, last)
}

// lastOf is the last part of a name; empty of none.
func lastOf(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return parts[len(parts)-1]
}

// sentBy reports whether words announce a message of somebody, by his last name, or begin
// with whose words follow: “a letter from the mayor, Ada Lund”, “in the words of Ada Lund”.
func sentBy(before []string, last string) bool {
	for i, w := range before {
		next := before[i+1 : min(i+1+mostQuoted, len(before))]
		by := slices.Index(next, last)
		if by > 0 && (messages.Has(w) && slices.Contains(senders, next[0]) || w == "words" && next[0] == "of") {
			return true
		}
	}
	return false
}

// senders stand before who sent a message: “a letter from Lund”.
var senders = []string{"from", "by"}

// signedBy reports whether the words in marks at a place end with somebody's last name:
// “… Respectfully, Ada Lund, Mayor””.
func (t *Transcript) signedBy(at int, last string) bool {
	end := strings.IndexAny(t.Text[at:min(len(t.Text), at+farthestSigned)], "”\"»")
	if end < 0 {
		return false
	}
	r := t.WordsIn(text.Span{Start: at, End: at + end})
	signature := lowered(t.Document, text.Range{Start: max(r.Start, r.End-longestSigned), End: r.End}, nil)
	return slices.Contains(signature, last) && slices.ContainsFunc(signature, closings.Has)
}

const (
	farthestSigned = 4000 // bytes from words of a message to the mark behind its signature
	longestSigned  = 12   // words of a signature: “Yours sincerely, Ada Lund, Mayor of Tamsin”
)

// closesDouble reports whether a text has a double mark that closes, at byte open or behind it.
func closesDouble(t string, open int) bool {
	typed := t[open] == '"' && open > 0 && !strings.ContainsAny(t[open-1:open], " \n\t([—–-")
	return typed || strings.ContainsAny(t[open:], "”»")
}

// closesSingle reports whether a text has a single mark that closes, and is no apostrophe.
func closesSingle(t string) bool {
	for i, r := range t {
		next, _ := utf8.DecodeRuneInString(t[i+utf8.RuneLen(r):])
		if r == '’' && !unicode.IsLetter(next) {
			return true
		}
	}
	return false
}

// thirds are who is spoken of without a name: “she”.
var thirds = words.Set("saying", "thirds")
