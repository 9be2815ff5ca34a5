//go:build edlib

package bench

import "fmt"

func init() {
	for _, share := range []int{25, 40} {
		open := func(texts []string) (finder, error) {
			all := join(texts)
			t := newEdlibText(all.text)
			find := func(quote string) answer {
				start, end, ok := t.find(quote, share)
				if !ok {
					return answer{doc: -1}
				}
				return all.answer(start, end)
			}
			return finder{find: find, close: t.free}, nil
		}
		peers = append(peers, peer{fmt.Sprintf("edlib, %d%%", share), true, false, "", open})
	}
}
