package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// A net is what is taken from WordNet: stems of single words, no glosses.
type net struct {
	known    counts
	rank     map[string]int // "lemma pos offset" → sense number, from 1
	members  map[string][]string
	synsets  []string
	derived  map[[2]string]bool
	opposite map[[2]string]bool
	links    []netLink
	lemmas   map[string]string // of stems of irregular forms: gave, men
}

// A netLink leads from a synset to one that is broader, or near it in another way.
type netLink struct {
	from, to string
	broader  bool
}

var files = []struct{ name, pos string }{{"noun", "n"}, {"verb", "v"}, {"adj", "a"}, {"adv", "r"}}

// readWordNet reads WordNet's data files. Lines begin with their kind:
//
//	=  a synset: stems, each with the number of the sense that it has there
//	~  two stems of which one is derived from the other
//	!  two stems that are opposites
func readWordNet(dir string, known counts) (*net, error) {
	n := &net{
		known: known, rank: map[string]int{}, members: map[string][]string{}, lemmas: map[string]string{},
		derived: map[[2]string]bool{}, opposite: map[[2]string]bool{},
	}
	for _, f := range files {
		if err := eachLine(filepath.Join(dir, "index."+f.name), func(l []string) { n.index(l, f.pos) }); err != nil {
			return nil, err
		}
	}
	for _, f := range files {
		if err := eachLine(filepath.Join(dir, "data."+f.name), func(l []string) { n.words(l, f.pos) }); err != nil {
			return nil, err
		}
	}
	for _, f := range files {
		if err := eachLine(filepath.Join(dir, "data."+f.name), func(l []string) { n.pointers(l, f.pos) }); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"noun", "verb"} {
		if err := eachLine(filepath.Join(dir, name+".exc"), n.irregular); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// eachLine calls do with the fields of each line that is no licence text.
func eachLine(name string, do func([]string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if l := sc.Text(); !strings.HasPrefix(l, " ") {
			l, _, _ = strings.Cut(l, " | ")
			do(strings.Fields(l))
		}
	}
	return sc.Err()
}

// index: lemma pos senses pointers symbol… senses tagged offset…
func (n *net) index(f []string, pos string) {
	senses, _ := strconv.Atoi(f[2])
	for i, offset := range f[len(f)-senses:] {
		n.rank[f[0]+" "+pos+offset] = i + 1
	}
}

// words: offset file type count(hex) word id … pointers…
func (n *net) words(f []string, pos string) {
	count, _ := strconv.ParseInt(f[3], 16, 32)
	id := pos + f[0]
	best := map[string]int{}
	for i := range int(count) {
		w := lemma(f[4+2*i])
		n.members[id] = append(n.members[id], w)
		st := n.stem(w)
		if r := min(9, n.rank[w+" "+id]); st != "" && (best[st] == 0 || r < best[st]) {
			best[st] = r
		}
	}
	if len(best) < 2 {
		return
	}
	var list []string
	for st, r := range best {
		list = append(list, fmt.Sprintf("%s%d", st, r))
	}
	sort.Strings(list)
	n.synsets = append(n.synsets, strings.Join(list, " "))
}

// irregular: form lemma
func (n *net) irregular(f []string) {
	a, b := n.stem(f[0]), n.stem(f[1])
	if a != "" && b != "" && a != b {
		n.lemmas[a] = b
	}
}

// lemma is a word without its marker: afraid(p).
func lemma(w string) string {
	w, _, _ = strings.Cut(strings.ToLower(w), "(")
	return w
}

// stem is the stem of a single word, or "".
func stem(w string) string {
	if len(w) < 2 || strings.ContainsAny(w, "_-.'/0123456789") {
		return ""
	}
	return stemOf(w)
}

// stem is the stem of a single word that general English knows, or "".
func (n *net) stem(w string) string {
	if st := stem(w); n.known[st] > 0 {
		return st
	}
	return ""
}

// pointers: … symbol offset pos source/target
func (n *net) pointers(f []string, pos string) {
	count, _ := strconv.ParseInt(f[3], 16, 32)
	at := 4 + 2*int(count)
	pointers, _ := strconv.Atoi(f[at])
	own := n.members[pos+f[0]]
	for i := range pointers {
		p := f[at+1+4*i : at+5+4*i]
		switch p[0] {
		case "+", "\\":
			link(n.derived, n.stem, own, n.members[p[2]+p[1]], p[3])
		case "!":
			link(n.opposite, stem, own, n.members[p[2]+p[1]], p[3])
		case "@", "&", "^", "$", "=":
			n.links = append(n.links, netLink{pos + f[0], p[2] + p[1], p[0] == "@"})
		}
	}
}

// link notes the pointer from a word of one synset to one of another: which
// two, source and target say in hexadecimal, from 1.
func link(to map[[2]string]bool, stem func(string) string, own, other []string, which string) {
	s, _ := strconv.ParseInt(which[:2], 16, 32)
	t, _ := strconv.ParseInt(which[2:], 16, 32)
	if s == 0 || t == 0 || int(s) > len(own) || int(t) > len(other) {
		return
	}
	a, b := stem(own[s-1]), stem(other[t-1])
	if a == "" || b == "" || a == b {
		return
	}
	to[[2]string{min(a, b), max(a, b)}] = true
}

func (n *net) lines() []string {
	slices.Sort(n.synsets)
	var out []string
	for _, s := range slices.Compact(n.synsets) {
		out = append(out, "= "+s)
	}
	for _, k := range []struct {
		mark  string
		pairs map[[2]string]bool
	}{{"~ ", n.derived}, {"! ", n.opposite}} {
		var list []string
		for p := range k.pairs {
			list = append(list, k.mark+p[0]+" "+p[1])
		}
		sort.Strings(list)
		out = append(out, list...)
	}
	return out
}
