package provenance

import "github.com/quoteprov/quoteprov/speech"

// A cast is everybody who speaks in the transcripts, or is cited there.
type cast struct {
	names   []string
	unnamed bool // somebody speaks whom the transcripts do not name
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
		c.unnamed = c.unnamed || len(t.Turns) == 0
		for _, turn := range t.Turns {
			add(turn.Speaker)
			for _, cited := range turn.Cited {
				add(cited.Speaker)
			}
		}
	}
	return c
}

// lacks reports that the speaker is surely none of the cast.
func (c cast) lacks(s *speech.Speaker) bool {
	return s != nil && s.Name != "" && !c.unnamed && len(c.names) > 0 && !c.has(s)
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
