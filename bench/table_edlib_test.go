//go:build edlib

package bench

import "fmt"

func init() {
	for _, share := range []int{25, 40} {
		open := func(texts []string) (finder, error) {
			t := newEdlibText(texts[0])
			find := func(quote string) answer {
				start, end, ok := t.find(quote, share)
				return answer{0, start, end, ok}
			}
			return finder{find: find, close: t.free}, nil
		}
		peers = append(peers, peer{fmt.Sprintf("edlib, %d%%", share), true, false, "", open})
	}
}
