package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

func init() {
	if err := exec.Command("python3", "-c", "import rapidfuzz").Run(); err != nil {
		missing = append(missing, "rapidfuzz: python3 has no module of this name")
		return
	}
	peers = append(peers, peer{"rapidfuzz", true, false, "", openRapidfuzz})
}

// rapidfuzz reads a text, then lists of quotes, and answers each list with the places
// of the best alignments of as many as it has time for, and its processor time.
const rapidfuzz = `
import sys, json, time
from rapidfuzz import fuzz
text = json.loads(sys.stdin.readline())
for line in sys.stdin:
    ask = json.loads(line)
    start = time.process_time()
    out = []
    for i, q in enumerate(ask["quotes"]):
        if i >= ask["least"] and time.process_time() - start > ask["budget"]:
            break
        a = fuzz.partial_ratio_alignment(q, text, score_cutoff=60)
        out.append([a.dest_start, a.dest_end] if a else None)
    print(json.dumps({"places": out, "seconds": time.process_time() - start}), flush=True)
`

// openRapidfuzz starts a program that has rapidfuzz look. Its places are characters.
func openRapidfuzz(texts []string) (finder, error) {
	c := exec.Command("python3", "-c", rapidfuzz)
	in, err := c.StdinPipe()
	if err != nil {
		return finder{}, err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return finder{}, err
	}
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		return finder{}, err
	}
	ask, answers := json.NewEncoder(in), json.NewDecoder(bufio.NewReader(out))
	all := join(texts)
	if err := ask.Encode(all.text); err != nil {
		return finder{}, err
	}
	bytes := make([]int, 0, len(all.text)+1) // by character: where it begins
	for i := range all.text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(all.text))
	many := func(quotes []string) (list []answer, used time.Duration) {
		var got struct {
			Places  [][]int
			Seconds float64
		}
		err := ask.Encode(map[string]any{"quotes": quotes, "least": least, "budget": budget.Seconds()})
		if err == nil {
			err = answers.Decode(&got)
		}
		if err != nil && err != io.EOF {
			fmt.Fprintln(os.Stderr, "rapidfuzz:", err)
		}
		for _, p := range got.Places {
			if p == nil {
				list = append(list, answer{doc: -1})
			} else {
				list = append(list, all.answer(bytes[p[0]], bytes[p[1]]))
			}
		}
		return list, time.Duration(got.Seconds * float64(time.Second))
	}
	return finder{many: many, close: func() { in.Close(); c.Wait() }}, nil
}
