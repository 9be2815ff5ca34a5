package display

import (
	"fmt"
	"strings"
)

// Markdown is text in which nothing is Markdown, HTML, a mention of somebody or a link.
func Markdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>#|~@&!$", r):
			fmt.Fprintf(&b, "&#%d;", r)
		case r == '/' && strings.HasSuffix(b.String(), ":"),
			r == '/' && strings.HasSuffix(b.String(), ":&#47;"):
			b.WriteString("&#47;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
