package lcs

import "math/bits"

// The table of words by words, column by column: a bit of the column is 0 where the
// common subsequence grows by the word of that row. The next column comes of an
// addition, whose carry runs up the column as the growth does. Blocks of 64 rows are
// done one after the other; the carry of each column is kept for the next block.

// wholeTable is how many words of 64 bits a table has at most that is kept whole, to
// be walked back; a larger one is halved.
const wholeTable = 1 << 15

// A table is the scratch of a solver.
type table struct {
	mask          []uint64 // of each number: the rows of the block that have it
	carry         []uint8  // of each column
	cells         []uint64
	ahead, behind []int32 // of each row, how long the subsequence is up to it, and from it
}

// steps is how many steps a box takes: 64 cells of its table each.
func steps(x box) int { return (x.rows() + 63) / 64 * x.columns() }

// exact solves a box.
func (s *solver) exact(x box) { s.framed(x, s.exactly) }

func (s *solver) exactly(x box) {
	if steps(x) <= wholeTable || x.columns() == 1 {
		s.walk(x)
		return
	}
	mid := x.b + x.columns()/2
	row := s.meet(x, mid)
	s.exact(box{x.a, row, x.b, mid})
	s.exact(box{row, x.aEnd, mid, x.bEnd})
}

// walk fills the table of a box and walks it back.
func (s *solver) walk(x box) {
	n, m := x.rows(), x.columns()
	s.cells = sized(s.cells, steps(x))
	s.Steps += steps(x)
	s.start(m)
	for k := 0; k*64 < n; k++ {
		rows := s.a[x.a+k*64 : min(x.aEnd, x.a+k*64+64)]
		s.set(rows)
		s.block(s.b[x.b:x.bEnd], s.cells[k*m:(k+1)*m])
		s.clear(rows)
	}
	s.back(x)
}

// back adds the runs of a box whose table is filled.
func (s *solver) back(x box) {
	n, m := x.rows(), x.columns()
	grows := func(i, j int) bool { return s.cells[i/64*m+j]>>(i%64)&1 == 0 }
	first := len(s.Runs)
	for i, j := n, m; i > 0 && j > 0; {
		switch {
		case !grows(i-1, j-1):
			i--
		case j > 1 && grows(i-1, j-2):
			j--
		default:
			i, j = i-1, j-1
			if k := len(s.Runs); k > first && s.Runs[k-1].A == x.a+i+1 && s.Runs[k-1].B == x.b+j+1 {
				s.Runs[k-1] = Run{x.a + i, x.b + j, s.Runs[k-1].N + 1}
			} else {
				s.Runs = append(s.Runs, Run{x.a + i, x.b + j, 1})
			}
		}
	}
	s.turn(first)
}

// turn puts the runs from first on, which were found backwards, in order.
func (s *solver) turn(first int) {
	found := s.Runs[first:]
	for i, j := 0, len(found)-1; i < j; i, j = i+1, j-1 {
		found[i], found[j] = found[j], found[i]
	}
	if first > 0 && len(found) > 0 {
		r := found[0]
		if last := &s.Runs[first-1]; last.A+last.N == r.A && last.B+last.N == r.B {
			last.N += r.N
			s.Runs = append(s.Runs[:first], s.Runs[first+1:]...)
		}
	}
}

// start makes the scratch ready for so many columns.
func (s *solver) start(columns int) {
	if s.mask == nil {
		s.mask = make([]uint64, s.ids+behind)
	}
	s.carry = sized(s.carry, columns)
	clear(s.carry)
}

// set takes down the rows of a block.
func (s *solver) set(rows []uint32) {
	for i, id := range rows {
		if id < s.ids {
			s.mask[id] |= 1 << i
		}
	}
}

func (s *solver) clear(rows []uint32) {
	for _, id := range rows {
		s.mask[id] = 0
	}
}

// block fills the cells of a block of rows.
func (s *solver) block(b []uint32, cells []uint64) {
	v := ^uint64(0)
	carry := s.carry[:len(b)]
	cells = cells[:len(b)]
	for j, id := range b {
		u := v & s.mask[id]
		sum, c := bits.Add64(v, u, uint64(carry[j]))
		v = sum | v&^u
		carry[j], cells[j] = uint8(c), v
	}
}

// column is the last column of a block of rows.
func (s *solver) column(b []uint32) uint64 {
	v := ^uint64(0)
	carry := s.carry[:len(b)]
	for j, id := range b {
		u := v & s.mask[id]
		sum, c := bits.Add64(v, u, uint64(carry[j]))
		v = sum | v&^u
		carry[j] = uint8(c)
	}
	return v
}

// columnBack is column with the words of b from the last to the first.
func (s *solver) columnBack(b []uint32) uint64 {
	v := ^uint64(0)
	carry := s.carry[:len(b)]
	for j := len(b) - 1; j >= 0; j-- {
		u := v & s.mask[b[j]]
		sum, c := bits.Add64(v, u, uint64(carry[j]))
		v = sum | v&^u
		carry[j] = uint8(c)
	}
	return v
}

// meet is the row at which a longest common subsequence of the box crosses column
// mid, the first of several.
func (s *solver) meet(x box, mid int) int {
	n := x.rows()
	s.ahead, s.behind = sized(s.ahead, n+1), sized(s.behind, n+1)
	s.forward(x, mid)
	s.backward(x, mid)
	s.Steps += steps(x)
	best, row := int32(-1), 0
	for i := range n + 1 {
		if sum := s.ahead[i] + s.behind[i]; sum > best {
			best, row = sum, i
		}
	}
	return x.a + row
}

// forward fills ahead: how long the subsequence is of the rows before i and the
// columns before mid.
func (s *solver) forward(x box, mid int) {
	n := x.rows()
	s.start(mid - x.b)
	length := int32(0)
	s.ahead[0] = 0
	for at := 0; at < n; at += 64 {
		rows := s.a[x.a+at : min(x.aEnd, x.a+at+64)]
		s.set(rows)
		v := s.column(s.b[x.b:mid])
		s.clear(rows)
		for i := range rows {
			length += int32(^v >> i & 1)
			s.ahead[at+i+1] = length
		}
	}
}

// backward fills behind: how long it is of the rows from i and the columns from mid.
func (s *solver) backward(x box, mid int) {
	n := x.rows()
	s.start(x.bEnd - mid)
	length := int32(0)
	s.behind[n] = 0
	for end := n; end > 0; end -= 64 {
		rows := s.a[x.a+max(0, end-64) : x.a+end]
		for i, id := range rows {
			if id < s.ids {
				s.mask[id] |= 1 << (len(rows) - 1 - i)
			}
		}
		v := s.columnBack(s.b[mid:x.bEnd])
		s.clear(rows)
		for i := range rows {
			length += int32(^v >> i & 1)
			s.behind[end-i-1] = length
		}
	}
}

// sized is a slice of n elements, the old one where it has room.
func sized[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/4)
	}
	return old[:n]
}
