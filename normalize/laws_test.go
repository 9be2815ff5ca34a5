package normalize_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func whole(s string) text.Span { return text.Span{Start: 0, End: len(s)} }

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"", "The mayor spoke.\n\nShare this\n", "\xff\xfeA\x00", "donâ€™t", "a\x00b", "coopera-\ntion",
		"(APPLAUSE)", "1. a 2. b c",
		"By Ana Tolm\nOLM, May 5 (VNA) - It rained. [laughter] \"Yes.\" ...", strings.Repeat("“", 100),
		"U.S.\u00ad\n a.", "\u00ad\n\u00ad\na",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		laws.Document(t.Errorf, normalize.Text("fuzz", src))
	})
}
