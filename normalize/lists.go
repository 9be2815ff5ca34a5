package normalize

import (
	"slices"
	"strconv"
	"strings"
)

// A list on one line ("1. The first 2. The second") has its markers counted
// up. One marker alone is a number at the end of a sentence as often as not,
// so a list is one only where the block begins with a marker and the next one
// follows in it.

// isMarker reports whether w can mark an item: a number of up to three digits
// or a single lower-case letter.
func isMarker(w string) bool {
	return len(w) == 1 && 'a' <= w[0] && w[0] <= 'z' || w != "" && digitsLen(w, 3) == len(w)
}

// inlineList is the numbers of the words that mark items, or nil.
func inlineList(s *splitter) []int {
	w := s.word(0)
	if !isMarker(w) || len(s.words) < 4 || markerEnd(s.between(0)) == "" {
		return nil
	}
	style, want := markerEnd(s.between(0)), nextMarker(w)
	list := []int{0}
	for i := 1; i < len(s.words)-1; i++ {
		if s.word(i) == want && strings.HasPrefix(s.between(i), style) && isBlankBefore(s.between(i-1)) {
			list, want = append(list, i), nextMarker(want)
		}
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

func isBlankBefore(gap string) bool {
	return gap != "" && strings.ContainsAny(gap[max(0, len(gap)-4):], " \n•⁃-–")
}

// markerEnd is what stands between a marker and its item: ". ", ") ", ".) ".
func markerEnd(gap string) string {
	for _, e := range []string{".) ", ". ", ") "} {
		if gap == e {
			return e
		}
	}
	return ""
}

func nextMarker(w string) string {
	if n, err := strconv.Atoi(w); err == nil {
		return strconv.Itoa(n + 1)
	}
	return string(w[0] + 1)
}

// listMarker decides about the gap after word i where it stands at a marker of
// a list: before one a sentence ends, after one it does not.
func (s *splitter) listMarker(i int, between string) (end int, ok bool) {
	k, found := slices.BinarySearch(s.list, i)
	switch {
	case found:
		return -1, true
	case k < len(s.list) && s.list[k] == i+1:
		return len(strings.TrimRight(between, " \t\n•⁃-–")), true
	}
	return 0, false
}
