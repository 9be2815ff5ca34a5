package eval

import (
	"math"
	"math/rand"

	"github.com/quoteprov/quoteprov/internal/judge"
)

// A learner is a net of package score in floating point, while it is fitted:
// by Adam, in one goroutine, with a fixed seed.
type learner struct {
	in, hidden  int
	mean, scale []float64
	w           []float64 // direct in; hidden × (in, bias); out; bias
	g, m, v     []float64
	act         []float64
	steps       int
}

func newLearner(in, hidden int, seed int64) *learner {
	r := rand.New(rand.NewSource(seed))
	n := in + hidden*(in+1) + hidden + 1
	l := &learner{in: in, hidden: hidden, w: make([]float64, n), g: make([]float64, n), m: make([]float64, n), v: make([]float64, n), act: make([]float64, hidden)}
	for i := in; i < in+hidden*(in+1); i++ {
		l.w[i] = r.NormFloat64() / math.Sqrt(float64(in))
	}
	for i := in + hidden*(in+1); i < n-1; i++ {
		l.w[i] = r.NormFloat64() * .1
	}
	return l
}

// standardize fixes the scale of the inputs.
func (l *learner) standardize(rows [][]int32) {
	l.mean, l.scale = make([]float64, l.in), make([]float64, l.in)
	for _, x := range rows {
		for i, v := range x {
			l.mean[i] += float64(v)
			l.scale[i] += float64(v) * float64(v)
		}
	}
	n := float64(len(rows))
	for i := range l.mean {
		l.mean[i] /= n
		l.scale[i] = 1 / math.Sqrt(max(l.scale[i]/n-l.mean[i]*l.mean[i], 1))
	}
}

func (l *learner) normal(x []int32) []float64 {
	z := make([]float64, l.in)
	for i := range z {
		z[i] = (float64(x[i]) - l.mean[i]) * l.scale[i]
	}
	return z
}

func (l *learner) value(z []float64) float64 {
	sum := l.w[len(l.w)-1]
	for i, v := range z {
		sum += l.w[i] * v
	}
	for k := range l.hidden {
		h := l.neuron(k)
		a := h[l.in]
		for i, v := range z {
			a += h[i] * v
		}
		l.act[k] = max(0, a)
		sum += l.act[k] * l.w[l.in+l.hidden*(l.in+1)+k]
	}
	return sum
}

func (l *learner) neuron(k int) []float64 {
	at := l.in + k*(l.in+1)
	return l.w[at : at+l.in+1]
}

// back adds the gradient of d times the output for z.
func (l *learner) back(z []float64, d float64) {
	l.value(z)
	for i, v := range z {
		l.g[i] += d * v
	}
	out := l.in + l.hidden*(l.in+1)
	for k, a := range l.act {
		if a > 0 {
			l.g[out+k] += d * a
			e := d * l.w[out+k]
			at := l.in + k*(l.in+1)
			for i, v := range z {
				l.g[at+i] += e * v
			}
			l.g[at+l.in] += e
		}
	}
	l.g[len(l.g)-1] += d
}

// step moves the weights against the gradient.
func (l *learner) step(rate, decay float64) {
	l.steps++
	a, b := 1-math.Pow(.9, float64(l.steps)), 1-math.Pow(.999, float64(l.steps))
	for i, g := range l.g {
		g += decay * l.w[i]
		l.m[i] = .9*l.m[i] + .1*g
		l.v[i] = .999*l.v[i] + .001*g*g
		l.w[i] -= rate * (l.m[i] / a) / (math.Sqrt(l.v[i]/b) + 1e-8)
		l.g[i] = 0
	}
}

// net is the learner in fixed point.
func (l *learner) net() judge.Net {
	fix := func(w []float64, bias float64) ([]int64, int64) {
		out := make([]int64, l.in)
		for i := range out {
			out[i] = int64(math.Round(w[i] * l.scale[i] * judge.Unit))
			bias -= w[i] * l.scale[i] * l.mean[i]
		}
		return out, int64(math.Round(bias * judge.Unit))
	}
	var n judge.Net
	n.Direct, n.Bias = fix(l.w, l.w[len(l.w)-1])
	for k := range l.hidden {
		h := l.neuron(k)
		in, bias := fix(h, h[l.in])
		out := l.w[l.in+l.hidden*(l.in+1)+k]
		n.Hidden = append(n.Hidden, judge.Neuron{Out: int64(math.Round(out * judge.Unit)), Bias: bias, In: in})
	}
	return n
}

// A fitting says how long and how carefully to fit.
type fitting struct {
	hidden, epochs, batch int
	rate, decay           float64
	seed                  int64
}

// schedule calls one for every example of every epoch and steps after a batch.
func (f fitting) schedule(l *learner, n int, one func(i int)) {
	r := rand.New(rand.NewSource(f.seed))
	for e := range f.epochs {
		rate := f.rate*(1-float64(e)/float64(f.epochs)) + f.rate/50
		for k, i := range r.Perm(n) {
			if one(i); (k+1)%f.batch == 0 {
				for j := range l.g {
					l.g[j] /= float64(f.batch)
				}
				l.step(rate, f.decay)
			}
		}
	}
}

// fitRank fits a net under which the good rows of each list come first: the
// softmax of the list is to lie on them.
func (f fitting) fitRank(lists []list) judge.Net {
	var rows [][]int32
	for _, li := range lists {
		rows = append(rows, li.rows...)
	}
	l := newLearner(len(rows[0]), f.hidden, f.seed)
	l.standardize(rows)
	normal := make([][][]float64, len(lists))
	for i, li := range lists {
		for _, x := range li.rows {
			normal[i] = append(normal[i], l.normal(x))
		}
	}
	p := make([]float64, 0, 64)
	f.schedule(l, len(lists), func(i int) {
		li := &lists[i]
		if !li.any() {
			return
		}
		p = p[:0]
		top := math.Inf(-1)
		z := normal[i]
		for _, x := range z {
			p = append(p, l.value(x))
			top = max(top, p[len(p)-1])
		}
		var all, good float64
		for k := range p {
			p[k] = math.Exp(p[k] - top)
			all += p[k]
			if li.good[k] {
				good += p[k]
			}
		}
		for k := range p {
			d := p[k] / all
			if li.good[k] {
				d -= p[k] / good
			}
			if math.Abs(d) > 1e-3 {
				l.back(z[k], d)
			}
		}
	})
	return l.net()
}

// fitJudge fits a net whose logistic is the chance that a row is right.
func (f fitting) fitJudge(rows [][]int32, right []bool) judge.Net {
	l := newLearner(len(rows[0]), f.hidden, f.seed)
	l.standardize(rows)
	normal := make([][]float64, len(rows))
	for i, x := range rows {
		normal[i] = l.normal(x)
	}
	f.schedule(l, len(rows), func(i int) {
		z := normal[i]
		d := 1 / (1 + math.Exp(-l.value(z)))
		if right[i] {
			d--
		}
		l.back(z, d)
	})
	return l.net()
}
