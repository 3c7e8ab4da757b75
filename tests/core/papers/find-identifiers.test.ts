import { findIdentifiers } from '../../../src/core/papers/find-identifiers';

describe('findIdentifiers', () => {
  test.each([
    ['see https://doi.org/10.18653/v1/N19-1423.', ['doi:10.18653/v1/n19-1423']],
    ['(doi:10.1162/neco.1997.9.8.1735)', ['doi:10.1162/neco.1997.9.8.1735']],
    ['10.1016/0010-0277(84)90012-4', ['doi:10.1016/0010-0277(84)90012-4']],
    ['arXiv:1706.03762v5 [cs.CL]', ['arxiv:1706.03762']],
    ['https://arxiv.org/abs/1706.03762', ['arxiv:1706.03762']],
    ['https://arxiv.org/pdf/1706.03762.pdf', ['arxiv:1706.03762']],
    ['https://doi.org/10.48550/arXiv.1706.03762', ['arxiv:1706.03762']],
    ['arXiv preprint arXiv:1412.6980', ['arxiv:1412.6980']],
    ['arxiv:cs/0112017', ['arxiv:cs/0112017']],
    ['version 10.2 of 2019', []],
    ['10.1000/one; 10.1000/two, 10.1000/three: and 10.1000/four/', ['doi:10.1000/one', 'doi:10.1000/two', 'doi:10.1000/three', 'doi:10.1000/four']],
    ['10.1000/One and 10.1000/one', ['doi:10.1000/one']],
    ['(see 10.1000/one).', ['doi:10.1000/one']],
    ['(see 10.1016/0010-0277(84)90012-4)', ['doi:10.1016/0010-0277(84)90012-4']],
    ['10.1016/s0010(84)', ['doi:10.1016/s0010(84)']],
    ['(10.1016/s0010(84)))', ['doi:10.1016/s0010(84)']],
    ['10.1000/one). (As in 10.1000/two.)', ['doi:10.1000/one', 'doi:10.1000/two']],
    ['10.48550/arXiv.1706.03762v12', ['arxiv:1706.03762']],
    ['10.48550/arXiv.1706.03762 as arXiv:1706.03762v2', ['arxiv:1706.03762']],
    ['10.1000/10.48550/arxiv.1706.03762', ['doi:10.1000/10.48550/arxiv.1706.03762']],
    ['arXiv: 1706.03762, ARXIV : 1706.03763 and arxiv  1706.03764', ['arxiv:1706.03762', 'arxiv:1706.03763', 'arxiv:1706.03764']],
    ['arXiv:math.AG/0309136 and arXiv:hep-th/9901001', ['arxiv:math.ag/0309136', 'arxiv:hep-th/9901001']],
    ['arXiv-1706.03762 and arXivX:1706.03762', []],
    ['nothing', []],
  ])('should find in %j the identifiers %j', (text, ids) => {
    expect(findIdentifiers(text)).toEqual(ids);
  });
});
