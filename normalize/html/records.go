package html

// Records: the posts of a thread, the entries of a list. Elements that stand
// beside each other under one parent, with the same tag and classes, are one
// set of records (after Liu, Grossman and Zhai, Mining Data Records in Web
// Pages, KDD 2003, by equal names rather than by edit distance). Cost: O(elements).

// A recordSet is elements of one name under one parent.
type recordSet struct {
	count, words, linked, blocks, longest int32
}

// records are the sets of a page, and which set each element is in, itself or
// by the element around it that is in the one with most text.
type records struct {
	sets []recordSet
	own  []int32 // by node
	best []int32 // by node; -1: none
	rank []int32 // by node: how many of its set stand before it
	at   []int32 // by node: the record of best that it is in
}

func (c *scanner) findRecords() *records {
	n := len(c.nodes)
	r := &records{own: make([]int32, n), best: make([]int32, n), rank: make([]int32, n), at: make([]int32, n)}
	known := make(map[uint64]int32, n)
	for i := range c.nodes {
		e := &c.nodes[i]
		key := uint64(uint32(e.parent))<<32 | uint64(e.name)
		k, ok := known[key]
		if !ok {
			k = int32(len(r.sets))
			known[key] = k
			r.sets = append(r.sets, recordSet{})
		}
		s := &r.sets[k]
		r.own[i], r.rank[i] = k, s.count
		s.count, s.words, s.linked, s.blocks = s.count+1, s.words+e.words, s.linked+e.linked, s.blocks+e.blocks
		s.longest = max(s.longest, e.words)
	}
	for i := range c.nodes {
		up := c.nodes[i].parent
		r.best[i], r.at[i] = -1, int32(i)
		if up >= 0 {
			r.best[i], r.at[i] = r.best[up], r.at[up]
		}
		own := r.sets[r.own[i]]
		if own.count >= 3 && (r.best[i] < 0 || own.free() >= r.sets[r.best[i]].free()) {
			r.best[i], r.at[i] = r.own[i], int32(i)
		}
	}
	return r
}

// free is the words of the set that are in no link.
func (s recordSet) free() int32 { return s.words - s.linked }
