package speech

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Labels that name nobody, and what joins them to a name: the label itself
// where it gives a name once ("Minister for Ports (Ada Lund):"), a list of the
// speakers at the head, and the one speaker whom the document's own data names.

// offices are the names of the labels that are an office, as far as a label
// gives one and none gives another. A chair changes hands unsaid, so that a
// chairman's stays open.
func offices(labels []labelled) map[string]string {
	out := map[string]string{}
	for _, l := range labels {
		if l.office == "" || english.class(lastWord(l.office))&chair != 0 || english.class(nameWord(withoutThe(l.office)))&chair != 0 {
			continue
		}
		if known, ok := out[l.office]; ok && known != titleless(l.name) {
			out[l.office] = l.office
			continue
		}
		out[l.office] = titleless(l.name)
	}
	return out
}

func withoutThe(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok && english.class(first)&determiner != 0 {
		return rest
	}
	return s
}

// listed is how many lines at the head of a document may list its speakers.
const listed = 40

// cast are the names that a list at the head of the document gives to labels:
// "SPEAKER_01: Ada Lund", "A = Jan Holt". The lines of the list are labels too,
// with nothing but a name behind them.
func cast(d *text.Document, labels []labelled) map[string]string {
	out := map[string]string{}
	count := map[string]int{}
	for _, l := range labels {
		count[l.name]++
	}
	for _, l := range labels[:min(len(labels), listed)] {
		if rest := strings.Trim(l.rest, " *_"); anonymous(l.name) && count[l.name] > 1 && signed(rest) != "" && isNamed(rest) {
			out[l.name] = signed(rest)
		}
	}
	for b := range d.Blocks[:min(len(d.Blocks), listed)] {
		if !strings.Contains(d.Read(d.Blocks[b].Span), "=") {
			continue
		}
		for _, line := range strings.SplitN(d.Read(d.Blocks[b].Span), "\n", listed) {
			label, name, ok := strings.Cut(line, "=")
			label, name = plain(label), strings.TrimSpace(name)
			if ok && count[label] > 0 && anonymous(label) && signed(name) != "" {
				out[label] = signed(name)
			}
		}
	}
	return out
}

// onlyUnknown is the one label that names nobody and asks no questions, where
// there is one and the others name somebody; else it is empty.
func onlyUnknown(labels []labelled) string {
	only := ""
	seen := map[string]bool{}
	for _, l := range labels {
		if seen[l.name] {
			continue
		}
		seen[l.name] = true
		if isNamed(l.name) || l.name == "" || english.class(lastWord(l.name))&asker != 0 {
			continue
		}
		if only != "" && only != l.name {
			return ""
		}
		only = l.name
	}
	return only
}

// Unread gives a line that looks like a speaker's label and was read as none,
// of a transcript where several do; empty where there are no such lines. Such a
// transcript gives words to the wrong people.
func Unread(d *text.Document, turns []Turn) string {
	read := map[int]bool{}
	for _, t := range turns {
		read[t.Label.Start] = true
	}
	seen, example := 0, ""
	lines := linesOf(d)
	for i := range lines {
		l := &lines[i]
		if l.block < 0 || read[l.from] || read[l.at] {
			continue
		}
		if !looksLabelled(l) {
			continue
		}
		if seen++; example == "" || seen == fewestUnread {
			example = l.t[:min(len(l.t), 80)]
		}
	}
	if seen < fewestUnread || 20*seen < len(lines) {
		return ""
	}
	return strings.ToValidUTF8(example, "")
}

// fewestUnread is how many lines that look like labels are no accident.
const fewestUnread = 3

// looksLabelled reports whether a line begins as if somebody were named who
// speaks: with a few words with capitals and a mark behind them.
func looksLabelled(l *line) bool {
	head := l.t[:min(len(l.t), 60)]
	i := strings.IndexAny(head, ":;|>)]}=")
	if i < 2 {
		return false
	}
	name := plain(strings.Trim(head[:i], "<{[(|"))
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 4 || !opening(firstRune(strings.TrimLeft(l.t[i+1:], " \t>-–—:"))) {
		return false
	}
	for _, w := range words {
		if !capital(w) && !digit(w) {
			return false
		}
	}
	return english.class(words[0])&(noLabel|breaker|auxiliary) == 0
}
