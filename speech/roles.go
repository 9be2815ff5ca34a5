package speech

import (
	"slices"
	"strings"
)

// An office is what a role phrase asks for: "the Varlandic foreign minister".
type office struct {
	roles  []string // small letters, the plain one first: "minister", "foreign-minister"
	proper []string // small letters: "varlandic"
}

// parseOffice takes a role phrase apart; it has no roles where the phrase
// names none.
func parseOffice(phrase string) (o office) {
	split := strings.FieldsFunc(phrase, func(c rune) bool { return c == ' ' || c == '-' || c == '\n' })
	words := make([]string, len(split))
	head := -1
	for i, w := range split {
		words[i] = strings.ToLower(w)
		if capital(w) && english.class(w)&(role|title|determiner) == 0 {
			o.proper = append(o.proper, bare(words[i]))
		}
	}
	for i := 0; i < len(words) && (head < 0 || english.class(words[i])&role != 0); i++ {
		if english.class(words[i])&role != 0 {
			head = i
		}
	}
	if head < 0 {
		return o
	}
	o.roles = []string{words[head]}
	if head > 0 && english.class(words[head-1])&(title|role) != 0 {
		o.roles = append(o.roles, words[head-1]+"-"+words[head])
	}
	if head+2 < len(words) && words[head] == "secretary" {
		o.roles = append(o.roles, strings.Join(words[head:head+3], "-"))
	}
	return o
}

// withRole is the person who bears the role: -1 where nobody does, several
// where two do as well and no adjective of origin tells them apart. Of two who
// bear the very word it is the one named more often, who is not the one bearer.
func (r *register) withRole(phrase string) (id int, one bool) {
	o := parseOffice(phrase)
	ids, many := r.bearers(o.roles)
	if many {
		return several, false
	}
	best, score, tie := -1, 0, false
	for _, id := range ids {
		p := &r.people[id]
		s := bears(p.roles, o.roles)
		from := p.hails(o.proper)
		if p.seen == 0 || s == 0 || from < 0 || from == 0 && s < 2 && len(o.proper) > 0 {
			continue // "the Varlandic leader" is not the Harlish president
		}
		s = max(1, 2*s+from)
		switch {
		case s > score:
			best, score, tie = id, s, false
		case s == score:
			tie = true
			if p.seen > r.people[best].seen {
				best = id
			}
		}
	}
	if tie && score < 4 {
		return several, false
	}
	return best, best >= 0 && !tie
}

// bearers are the people who bear one of the roles, or the same role by
// another name; many says that they are too many to tell apart.
func (r *register) bearers(roles []string) (ids []int, many bool) {
	for _, w := range roles {
		for _, v := range append([]string{w}, english.peers("same-role", w)...) {
			if len(r.byRole[v]) > namesakes {
				return nil, true
			}
			ids = append(ids, r.byRole[v]...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), false
}

// several is the answer where two people bear a role.
const several = -2

// hails tells how a role's adjectives ("the Varlandic minister") agree with
// where p is from: 2 they do, -1 they do not, 0 nothing is known.
func (p *person) hails(words []string) int {
	score := 0
	for _, w := range words {
		if len(w) < 4 || len(p.from) == 0 {
			continue
		}
		score = -1
		for _, f := range p.from {
			if n := min(5, len(w), len(f)); n >= 4 && w[:n] == f[:n] {
				return 2
			}
		}
	}
	return score
}

// bears tells how well roles answer to what is wanted: 3 the very office, 2
// the same word or another name of it, 0 not at all.
func bears(roles, want []string) int {
	best := 0
	for i, w := range want {
		for _, h := range roles {
			switch {
			case h == w:
				best = max(best, 2+i)
			case english.alike("same-role", h, w):
				best = max(best, 1+i)
			}
		}
	}
	return best
}
