package speech

import "strings"

// namesakes is how many people a look-up by one word sees at most.
const namesakes = 64

// A register is the people of a document.
type register struct {
	since     int               // where the paragraph before the one that is read begins
	keys      map[string]string // of words as they stand: what byPart has them by
	people    []person
	inside    map[string]bool  // words that have a capital within a sentence
	furniture bool             // the words that are read stand in a line that is no prose
	byPart    map[string][]int // folded word of a name → people
	byRole    map[string][]int // role → people, one more than namesakes at most
}

func newRegister() *register {
	return &register{byPart: map[string][]int{}, byRole: map[string][]int{}, inside: map[string]bool{}, keys: map[string]string{}}
}

// key is the key of a word of a text, with or without a possessive ending.
func (r *register) key(word string) string {
	k, ok := r.keys[word]
	if !ok {
		k = key(fold(bare(word)))
		r.keys[word] = k
	}
	return k
}

// add enters p, or joins it with the person it already is.
func (r *register) add(p person) {
	last := p.name.keys[len(p.name.keys)-1]
	ids := r.byPart[last]
	for _, id := range ids[:min(len(ids), namesakes)] {
		q := &r.people[id]
		like := q.name.like(p.name)
		slip := like == Different && q.name.slipped(p.name)
		if like != Same && !slip && !(like == Possible && len(p.name.parts) == 1 && len(q.name.parts) == 1) {
			continue
		}
		if slip && english.class(p.name.parts[0])&(givenMale|givenFemale) != 0 {
			q.full, q.name, q.sex = p.full, p.name, p.sex
		} else if slip && english.class(q.name.parts[0])&(givenMale|givenFemale) == 0 && len(q.name.parts) > 1 {
			q.full = q.full[strings.LastIndexByte(q.full, ' ')+1:] // which of the two is right?
		} else if len(p.name.parts) > len(q.name.parts) && !shouted(p.full) {
			q.full, q.name = p.full, p.name
		}
		r.index(id, p.roles, q.roles)
		q.join(p)
		return
	}
	id := len(r.people)
	r.people = append(r.people, p)
	r.index(id, p.roles, nil)
	for i, part := range p.name.parts {
		k := p.name.keys[i]
		if i == 0 && len(p.name.parts) > 1 && initial(part) {
			continue
		}
		if list := r.byPart[k]; len(list) < namesakes {
			r.byPart[k] = append(list, id)
		}
	}
}

// index notes that person id bears the roles that are not among those it has.
func (r *register) index(id int, roles, known []string) {
	for _, w := range roles {
		if list := r.byRole[w]; !has(known, w) && len(list) <= namesakes && (len(list) == 0 || list[len(list)-1] != id) {
			r.byRole[w] = append(list, id)
		}
	}
}

func (p *person) join(q person) {
	for _, role := range q.roles {
		if !has(p.roles, role) && len(p.roles) < namesakes {
			p.roles = append(p.roles, role)
		}
	}
	p.kin = p.kin || q.kin
	if len(p.from) < 8 {
		p.from = append(p.from, q.from...)
	}
	p.known = p.known || q.known
	if p.sex == 0 || p.sex&(givenMale|givenFemale) != 0 && q.sex != 0 {
		p.sex = q.sex
	}
}

// place reports whether a name that no title shows to be a person's may be a
// place's: "San Harl", "New Varland".
func (p *person) place() bool { return english.class(p.name.parts[0])&placeWord != 0 }

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// find is the person of a name, -1 where nobody is or where two may be.
func (r *register) find(n name) int {
	if len(n.parts) == 0 || n.body {
		return -1
	}
	best, likeness, tie := -1, Different, false
	for _, id := range r.byPart[n.keys[len(n.keys)-1]] {
		q := &r.people[id]
		l := q.name.like(n)
		if len(n.parts) == 1 && len(q.name.parts) > 1 && q.name.keys[len(q.name.keys)-1] != n.keys[0] && l == Possible {
			continue // a given name alone; see findGiven
		}
		if l <= Different || opposed(n.sex, q.sex) {
			continue
		}
		switch {
		case best < 0 || l > likeness:
			best, likeness, tie = id, l, false
		case l < likeness:
		case len(q.name.parts) > 1 && len(r.people[best].name.parts) > 1:
			tie = true
		case len(q.name.parts) > 1 && !q.other(&r.people[best]), len(r.people[best].name.parts) > 1 && r.people[best].other(q):
			best = id
		}
	}
	if tie {
		return r.nearest(n)
	}
	return best
}

// slip is the one person whose given name, in none of the lists, is n's with a
// slip of the pen in it: "Tobais Renn" for "Tobias Renn"; -1 where nobody is.
func (r *register) slip(n name) int {
	found := -1
	for _, id := range r.byPart[n.keys[len(n.keys)-1]] {
		if q := &r.people[id]; q.name.slipped(n) {
			if found >= 0 {
				return -1
			}
			found = id
		}
	}
	return found
}

// covered reports whether person id, of whom only a last name is known, is
// surely the one who is named in full elsewhere.
func (r *register) covered(id int, part string) bool {
	q := &r.people[id]
	if len(q.name.parts) > 1 {
		return false
	}
	for _, o := range r.byPart[part] {
		if p := &r.people[o]; len(p.name.parts) > 1 && !p.other(q) {
			return true
		}
	}
	return false
}

// other reports whether p, who is named in full, is hardly the one of whom only
// a title and the last name is given: "first lady Clara Renn" for "President
// Renn". The two have no office in common.
func (p *person) other(titled *person) bool {
	if p.kin || opposed(p.sex, titled.sex) {
		return true
	}
	return len(titled.roles) > 0 && bears(p.roles, titled.roles) == 0
}

// opposed reports whether one is a man and the other a woman.
func opposed(a, b class) bool { return a != 0 && b != 0 && (a&male != 0) != (b&male != 0) }

// nearest is, of those with one last name, the only one who was named in full
// since the paragraph before; nobody where a relative is among them.
func (r *register) nearest(n name) int {
	best := -1
	for _, id := range r.byPart[n.keys[len(n.keys)-1]] {
		q := &r.people[id]
		if len(q.name.parts) < 2 || q.name.like(n) <= Different {
			continue
		}
		if q.kin || q.inFull > r.since && best >= 0 {
			return -1
		}
		if q.inFull > r.since {
			best = id
		}
	}
	return best
}
