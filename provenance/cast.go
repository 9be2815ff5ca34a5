package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A cast is everybody who speaks in the transcripts, or is cited there.
type cast struct {
	names      []string
	unnamed    bool // somebody speaks whom a transcript does not name
	unlabelled bool // a transcript says of nobody that he speaks: a speech
}

func castOf(ts []*Transcript) cast {
	var c cast
	seen := map[string]bool{}
	add := func(name string) {
		c.unnamed = c.unnamed || name == ""
		if name != "" && !seen[name] {
			seen[name] = true
			c.names = append(c.names, name)
		}
	}
	for _, t := range ts {
		c.unlabelled = c.unlabelled || len(t.Turns) == 0
		for _, turn := range t.Turns {
			add(turn.Speaker)
			for _, cited := range turn.Cited {
				add(cited.Speaker)
			}
		}
	}
	return c
}

// lacks reports that the speaker of a quote of d is surely none of the cast: he
// has another name, or is somebody who gives no speeches.
func (c cast) lacks(d *text.Document, s *speech.Speaker) bool {
	switch {
	case s == nil || c.unnamed || !c.unlabelled && len(c.names) == 0:
		return false
	case bystander(d, s):
		return !c.calls(s.Name)
	}
	return s.Name != "" && !c.unlabelled && !c.has(s)
}

// has reports whether the speaker may be one of the cast whose names are known.
func (c cast) has(s *speech.Speaker) bool {
	for _, name := range c.names {
		if speech.Names(s.Name, name) != speech.Different {
			return true
		}
	}
	return false
}

// calls reports whether the cast has a name with a word of this one in it: a
// debate may have a label RESIDENT.
func (c cast) calls(name string) bool {
	for _, word := range strings.Fields(strings.ToLower(name)) {
		for _, n := range c.names {
			if len(word) > 3 && strings.Contains(strings.ToLower(n), word) {
				return true
			}
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
	case bodies[strings.ToLower(head)]:
		return true
	case !small || person[head] != "":
		return false
	}
	return groups[head] || indefinite[strings.ToLower(words[0])] || len(head) > 3 && strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss")
}

// nounOf is the noun that a phrase is about: its last word before a preposition.
func nounOf(words []string) string {
	for i, w := range words {
		if i > 0 && tails[strings.ToLower(w)] {
			return words[i-1]
		}
	}
	return words[len(words)-1]
}

var (
	indefinite = set("a an one another some several many two three four few")
	tails      = set("of for from in at on to with close who that which near inside familiar involved")

	// groups are plurals without an s.
	groups = set("people police staff clergy press media children women men fishermen spokesmen spokespeople townspeople villagers")

	// bodies that hold no speeches and are no office of those who do.
	bodies = set(`federation union association chamber opposition company corporation firm bank league club church hospital university college school institute
		society foundation charity movement coalition alliance newspaper magazine gazette tribune herald broadcaster agency court shipyard museum cooperative syndicate
		consortium guild confederation ngo watchdog regulator airline railway`)
)
