using System.Security.Cryptography;
using System.Text;
using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

public sealed class MerkleTreeTests
{
    // The eight inputs and the roots of the reference implementation of RFC 6962.
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    [Trait("Spec", "P-13")]
    public void The_root_is_that_of_RFC_6962(int count, string root)
    {
        var leaves = Inputs[..count].Select(i => SHA256.HashData([0, .. Convert.FromHexString(i)])).ToArray();

        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(leaves)));
        Assert.Equal(root, Convert.ToHexStringLower(Edge(leaves).Root));
    }

    [Fact]
    [Trait("Spec", "P-13")]
    public void Every_leaf_of_every_tree_is_proven_and_no_other()
    {
        for (var size = 1; size <= 70; size++)
        {
            var leaves = Leaves(size);
            var root = Edge(leaves).Root;
            Assert.Equal(root, MerkleTree.Root(leaves));
            for (var i = 0; i < size; i++)
            {
                var path = MerkleTree.Path(i, leaves);
                Assert.Equal(root, MerkleTree.RootBy(leaves[i], i, size, path));
                Assert.NotEqual(root, MerkleTree.RootBy(leaves[(i + 1) % size], size == 1 ? 1 : i, size, path));
                Assert.NotEqual(root, MerkleTree.RootBy(leaves[i], i, size, [.. path, root]));
            }
        }
    }

    [Fact]
    [Trait("Spec", "P-13")]
    public void A_tree_goes_on_from_its_edge()
    {
        var leaves = Leaves(3000);
        var first = Edge(leaves.Take(1999));
        var second = new TreeEdge(first.Size, first.Bytes);
        List<byte[]?> blocks = [.. leaves.Skip(1999).Select(l => second.Append(l, 10))];

        Assert.Equal(MerkleTree.Root(leaves), second.Root);
        Assert.Equal(MerkleTree.Root(leaves.AsSpan(1024, 1024)), Assert.Single(blocks, b => b is not null));
    }

    private static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => SHA256.HashData(Encoding.UTF8.GetBytes($"leaf {i}")))];

    private static TreeEdge Edge(IEnumerable<byte[]> leaves)
    {
        var edge = new TreeEdge();
        foreach (var leaf in leaves)
            edge.Append(leaf, 10);
        return edge;
    }
}
