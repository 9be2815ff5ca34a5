package normalize

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Text that was drawn from a page without being read as one has its entities left:
// “that&#39;s”, “&quot;We will&quot;”. They are marks, and nobody says them.

// entityNames are those that stand in running text, by name.
var entityNames = map[string]string{
	"quot": `"`, "apos": "'", "amp": "&", "nbsp": "\u00a0", "hellip": "…", "shy": "\u00ad",
	"lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "sbquo": "‚", "bdquo": "„",
	"laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—",
}

// longestEntity is how many bytes an entity has at most, its marks included.
const longestEntity = 10

// unescaped is plain text t, which is the file src as it stands, with its entities read as
// what they mean, and the map back. Cost: one pass.
func unescaped(src []byte, t string, m text.Map) (string, text.Map) {
	if len(src) != len(t) || !hasEntity(t) || string(src) != t {
		return t, m
	}
	return decoded(t, '&', entityAt)
}

// decoded is a file t with what it writes in a code as what that means, and the map back. What
// is meant begins with a sign, and at reads how long it is and what it means; 0 where the
// sign stands for itself.
func decoded(t string, sign byte, at func(string) (n int, meant string)) (string, text.Map) {
	var b strings.Builder
	b.Grow(len(t))
	var out text.Map
	for i := 0; i < len(t); {
		n, meant := at(t[i:])
		if n == 0 {
			n = nextSign(t[i:], sign)
			meant = t[i : i+n]
		}
		b.WriteString(meant)
		out.Add(len(meant), text.FileSpan{Start: i, End: i + n})
		i += n
	}
	return b.String(), out
}

func hasEntity(t string) bool {
	for i := strings.IndexByte(t, '&'); i >= 0 && i < len(t); {
		if n, _ := entityAt(t[i:]); n > 0 {
			return true
		}
		i += nextSign(t[i:], '&')
	}
	return false
}

// nextSign is how far behind its first byte t has the next such sign, or its end.
func nextSign(t string, sign byte) int {
	if k := strings.IndexByte(t[1:], sign); k >= 0 {
		return k + 1
	}
	return len(t)
}

// entityAt is the length of the entity at the start of t and the character it means; 0
// where there is none, or it means a control character.
func entityAt(t string) (int, string) {
	if t == "" || t[0] != '&' {
		return 0, ""
	}
	end := strings.IndexByte(t[:min(len(t), longestEntity)], ';')
	if end < 2 {
		return 0, ""
	}
	if meant := entityNames[t[1:end]]; meant != "" {
		return end + 1, meant
	}
	if t[1] != '#' {
		return 0, ""
	}
	meant := html.UnescapeString(t[:end+1]) // knows that 128 to 159 are those of Windows-1252
	c, n := utf8.DecodeRuneInString(meant)
	if n < len(meant) || c == utf8.RuneError || unicode.IsControl(c) {
		return 0, ""
	}
	return end + 1, meant
}
