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
		"U.S.\u00ad\n a.", "\u00ad\n\u00ad\na", "a=E2=80=\r\n=9Cb=C3=A9 =\nc=93", "ﬁ\u00adﬀ 𝐀𝟙 Ａ\u200bﬃ ﬁ́",
		"(APPLAUSE) 00:00:01,000 --> 00:00:02,500 a", strings.Repeat("3\n0:01\n1 second\nAda Lund: a ﬁ\u00ad\n", 12),
		strings.Repeat("[00:01 - 00:02] Ada Lund: b\n\n", 12),
		"1\n00:00:01,000 --> 00:00:02,000 align:start\n[(ﬁ)]\n\n2\n[00:01.000 --> 00:02.000] c",
		strings.Repeat("1\n00:00:01,000 --> 00:00:02,000\n(0:01) “d\n", 12),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		laws.Document(t.Errorf, normalize.Text("fuzz", src))
	})
}
