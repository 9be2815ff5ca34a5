package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A cast is everybody who speaks in the transcripts, or is cited there.
type cast struct {
	names      []string // of those who have one: who is only SPEAKER_01 makes nobody a suspect
	cited      []string
	unlabelled bool // a transcript says of nobody that he speaks: a speech
}

// castOf is everybody in some transcripts.
func castOf(ts []*Transcript) cast {
	var c cast
	names, cited := map[string]bool{"": true}, map[string]bool{"": true}
	for _, t := range ts {
		named := false
		for _, turn := range t.Turns {
			if turn.Named {
				named = true
				c.names = enlist(c.names, turn.Speaker, names)
			}
			for _, x := range turn.Cited {
				c.cited = enlist(c.cited, x.Speaker, cited)
			}
		}
		c.unlabelled = c.unlabelled || !named
	}
	return c
}

// speakers adds those of one transcript to a list; an empty name where it has none.
func (c cast) speakers(list []string, has map[string]bool) []string {
	if c.unlabelled {
		return enlist(list, "", has)
	}
	for _, name := range c.names {
		list = enlist(list, name, has)
	}
	return list
}

// enlist adds a name to a list that does not have it.
func enlist(list []string, name string, has map[string]bool) []string {
	if has[name] {
		return list
	}
	has[name] = true
	return append(list, name)
}

// lacks reports that the speaker of a quote of d is surely none of the cast: he
// has another name, or is somebody who gives no speeches.
func (c cast) lacks(d *text.Document, s *speech.Speaker) bool {
	switch {
	case s == nil:
		return false
	case bystander(d, s):
		return !c.calls(s.Name)
	}
	return s.Name != "" && !c.unlabelled && !c.has(s)
}

// open reports whether somebody is said to speak and the report does not tell who:
// a "he" that leads to no name, "the leader". Whether it is one of the cast nobody
// knows.
func open(s *speech.Speaker) bool {
	return s != nil && s.How != speech.BySource && (s.Name == "" || s.Described)
}

// has reports whether the speaker may be one of the cast whose names are known.
// Of those who are only cited, unions and critics among them, he must have the name.
func (c cast) has(s *speech.Speaker) bool {
	return slices.ContainsFunc(c.names, func(n string) bool { return speech.Names(s.Name, n) != speech.Different }) ||
		slices.ContainsFunc(c.cited, func(n string) bool { return speech.Names(s.Name, n) >= speech.Possible })
}

// calls reports whether the cast has a name with a word of this one in it: a
// debate may have a label RESIDENT.
func (c cast) calls(name string) bool {
	for _, word := range strings.Fields(strings.ToLower(name)) {
		has := func(n string) bool { return len(word) > 3 && strings.Contains(strings.ToLower(n), word) }
		if slices.ContainsFunc(c.names, has) || slices.ContainsFunc(c.cited, has) {
			return true
		}
	}
	return false
}

// A bystander is a body, a group, or somebody whom the report itself does not
// know: the teachers' federation, critics, a resident, one official. "The
// minister" and "he" may be anybody; so may a ministry, whose minister speaks for it.
func bystander(d *text.Document, s *speech.Speaker) bool {
	phrase := d.Read(s.Mention)
	if s.How == speech.ByPronoun || s.How == speech.ByParagraph || phrase == "" {
		phrase = s.Name
	}
	words := strings.Fields(phrase)
	if len(words) == 0 {
		return false
	}
	head := nounOf(words)
	small := head == strings.ToLower(head)
	switch {
	case bodies.Has(strings.ToLower(head)):
		return true
	case !small || english.Person.First(head) != "":
		return false
	}
	return groups.Has(head) || indefinite.Has(strings.ToLower(words[0])) || plural(head)
}

// plural reports whether a noun has the s of many: critics, but not mayoress.
func plural(noun string) bool {
	return len(noun) > 3 && strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss")
}

// nounOf is the noun that a phrase is about: its last word before a preposition.
func nounOf(words []string) string {
	for i, w := range words {
		if i > 0 && tails.Has(strings.ToLower(w)) {
			return words[i-1]
		}
	}
	return words[len(words)-1]
}

var (
	indefinite = words.Set("people", "indefinite")
	tails      = words.Set("people", "after-noun")

	// groups are plurals without an s.
	groups = words.Set("people", "plurals-without-s")

	// bodies that hold no speeches and are no office of those who do.
	bodies = words.Set("people", "bodies")
)
