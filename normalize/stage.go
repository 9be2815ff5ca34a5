package normalize

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// What a transcript notes without anybody saying it: (APPLAUSE), [laughter],
// (inaudible), the time of a line. It stands in brackets, which hold nothing
// but words from a short list.

// stageCuts adds to cuts, in order, what stands at s of t without being said.
func stageCuts(t string, s text.Span, cuts []text.Removal) []text.Removal {
	part := masked(t, s, cuts)
	given, at := len(cuts), 0
	if m := timeCode.FindString(part); m != "" {
		cuts = append(cuts, text.Removal{Span: text.Span{Start: s.Start, End: s.Start + len(strings.TrimSpace(m))}, Reason: "time code"})
		at = len(m)
	}
	for {
		i := strings.IndexAny(part[at:], "([")
		if i < 0 {
			break
		}
		at += i
		n, reason := bracketed(part, at)
		if n > 0 {
			cuts = append(cuts, text.Removal{Span: text.Span{Start: s.Start + at, End: s.Start + at + n}, Reason: reason})
		}
		at += max(n, 1)
	}
	if given > 0 && len(cuts) > given {
		cuts = apart(cuts)
	}
	return cuts
}

// timeCode is the time at which a line was said, at its beginning: in brackets
// or with hours, minutes and seconds.
var timeCode = regexp.MustCompile(`^(?:[\[(]\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]|\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?)(?:\s|$)`)

// bracketed is the length of a stage direction in brackets at byte at of t, and
// what kind it is; 0 where none stands there.
func bracketed(t string, at int) (int, string) {
	b := t[at:]
	end := strings.IndexAny(b[:min(len(b), 80)], ")]")
	if end < 2 || b[0] == '(' && b[end] != ')' || b[0] == '[' && b[end] != ']' {
		return 0, ""
	}
	inner := b[1:end]
	if strings.ContainsAny(inner, "\r\n") {
		inner = brokenWord.ReplaceAllString(inner, "")
	}
	if clock.MatchString(inner) && b[0] == '[' {
		return end + 1, "time code"
	}
	alone := standsApart(t[:at], inner, b[end+1:])
	if !alone && strings.ContainsAny(inner, "0123456789$%") || !noted(inner, alone, b[0] == '[') {
		return 0, ""
	}
	return end + 1, "stage direction"
}

// noted reports whether the words in a bracket are such as only those who wrote
// down a speech put there.
func noted(inner string, alone, square bool) bool {
	sure := alone || square || strings.ToUpper(inner) == inner
	known := false
	for w := range strings.FieldsFuncSeq(inner, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		switch w = strings.ToLower(w); {
		case stageWords[w], sure && noteWords[w], alone && sceneWords[w]:
			known = true
		case !stageLinks[w] && !noteWords[w] && !(sure && sceneLinks[w]):
			return false
		}
	}
	return known
}

// standsApart reports whether a bracket stands between sentences and is one
// itself, with a capital and its own full stop; or is all of its paragraph.
func standsApart(before, inner, after string) bool {
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	if !startsUpper(inner) {
		return false
	}
	if before == "" && after == "" {
		return true
	}
	if last, _ := utf8.DecodeLastRuneInString(inner); !isTerminator(last) || last == '?' {
		return false // those who write down ask nothing
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, closers)); before != "" && !isTerminator(last) && last != ':' && last != '—' {
		return false
	}
	return after == "" || startsUpper(after) || strings.ContainsRune(openers+`"(`, firstRune(after))
}

// brokenWord is a hyphen at a line end.
var brokenWord = regexp.MustCompile(`-[ \t]*[\r\n]\s*`)

var clock = regexp.MustCompile(`^\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?$`)

// stageWords are what transcripts put in brackets, noteWords what they do in
// square brackets, in capitals, or as a sentence of its own only; stageLinks may
// stand beside them. sceneWords are what happens in a house, which they note as
// such a sentence alone; with sceneLinks, who did it, where.
var (
	stageWords = set(`applause laughter laughs laughing laugh laughed chuckles chuckling chuckle crosstalk inaudible unintelligible indiscernible cheers cheering cheer
		boos booing jeers shouting chanting sighs coughs coughing ph sneezes weeping sobbing applauds clapping claps gasps groans
		аплодисменты смех оживление неразборчиво beifall heiterkeit zuruf zurufe applaudissements rires aplausos risas applausi risate`)
	noteWords = set(`music pause pauses silence interpretation interpreter translator translation translated mic mike microphone commercial clip videotape video playing plays
		gavel recess break overlapping interruption interposing interjecting handshake nods phonetic sigh crying whistles whistling chants шум lachen exclamations newsbreak`)
	stageLinks = set(`and the from in of off on by through via via to a an with audience crowd members member house floor loud long prolonged sustained standing ovation
		continued continues general some more foreign language russian spanish french german chinese arabic hebrew ukrainian speaking speaks speaker word words portion
		begin end start begins ends tape audio simultaneous live original english break technical difficulty в на зале и des dans la le les auf bei der die und im ganzen hause y en el
		through as delivered no remark remarks question questions answer response comment comments conversation off-mic`)
	sceneWords = set(`hear uproar commotion disorder tumult turmoil hubbub unrest agitation heckling heckler hecklers protest protests murmur murmurs
		murmuring hissing hisses hilarity merriment amusement dissent indignation shout shouts cries outcry voice voices bell bells rings ringing divided
		divides division suspended suspends resumed resumes adjourned adjourns rises rose stands stood sits kneels bows waves enters entered exits
		withdrew interrupted interrupts interruptions interjection interjections ovation anthem hymn film slide slides applauded cheered laughed booed
		шум крики возгласы голоса пауза звонок unruhe widerspruch heiterkeit glocke brouhaha protestations exclamations rumores`)
	sceneLinks = set(`mr mrs ms dr sir madam lady lord honourable honorable hon opposition government majority minority ministerial side sides left right
		centre center bench benches backbenches gallery galleries president chair chairman speaker minister deputies deputy senators delegates several
		to for as at his her their out seat seats feet podium stage rostrum platform room hall sitting session assembly
		parliament senate chamber table again then silence order called calls minute minutes briefly links rechts mitte sali salle`)
)

// apart sorts the cuts and leaves out those that lie in another one.
func apart(cuts []text.Removal) []text.Removal {
	slices.SortStableFunc(cuts, func(a, b text.Removal) int { return a.Span.Start - b.Span.Start })
	out := cuts[:1]
	for _, c := range cuts[1:] {
		if c.Span.Start >= out[len(out)-1].Span.End {
			out = append(out, c)
		}
	}
	return out
}
