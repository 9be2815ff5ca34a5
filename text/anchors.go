package text

import "sort"

// AnchorsIn lists the anchors that share a byte with s, in order.
func (d *Document) AnchorsIn(s Span) []Anchor {
	lo := sort.Search(len(d.Anchors), func(i int) bool { return d.Anchors[i].Span.End > s.Start })
	hi := sort.Search(len(d.Anchors), func(i int) bool { return d.Anchors[i].Span.Start >= s.End })
	return d.Anchors[lo:max(lo, hi)]
}
