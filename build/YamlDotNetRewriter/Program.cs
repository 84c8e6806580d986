using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ConnectorLint.Build;

/// <summary>
/// Writes a copy of YamlDotNet that differs from the original in two respects.
/// <list type="number">
/// <item>
/// The static object pools of its parser and its emitter are one per thread. The original has one pool for all threads, and
/// every token rents from it: two threads that parse contend for it and are together slower than one.
/// </item>
/// <item>
/// The assembly has a name of its own and no strong name. The C# compiler keeps one copy of each assembly name among all analyzers of a
/// project, the one with the highest version; another analyzer that brings YamlDotNet must not decide which one we run on.
/// </item>
/// </list>
/// Everything else, type names included, is as it was. Anything that is not as expected is an error, so that a new version of the
/// package can't pass through unchanged without anyone noticing.
/// </summary>
internal static class Program
{
    private const string NewName = "ConnectorLint.YamlDotNet";
    private const string PoolNamespace = "YamlDotNet.Core.ObjectPool";

    /// <summary>The types whose static pool becomes one per thread: all that the library has.</summary>
    private static readonly string[] PoolOwners = ["StringBuilderPool", "StringLookAheadBufferPool"];

    private static int Main(string[] args)
    {
        if (args.Length == 0 || args.Length % 2 != 0)
        {
            Console.Error.WriteLine("usage: YamlDotNetRewriter ORIGINAL COPY [ORIGINAL COPY]...");
            return 2;
        }

        try
        {
            for (var i = 0; i < args.Length; i += 2)
                Rewrite(args[i], args[i + 1]);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or UnexpectedShapeException)
        {
            // The format that MSBuild turns into an error of the build.
            Console.Error.WriteLine($"YamlDotNetRewriter: error CLB001: {e.Message}");
            return 1;
        }
    }

    private static void Rewrite(string original, string copy)
    {
        using var module = ModuleDefinition.ReadModule(original, new ReaderParameters { InMemory = true });
        MakePoolsThreadStatic(module);
        Rename(module);
        Write(module, copy);
    }

    private static void MakePoolsThreadStatic(ModuleDefinition module)
    {
        var pools = module.GetTypes()
            .SelectMany(type => type.Fields)
            .Where(field => field.IsStatic && field.FieldType.GetElementType().FullName == PoolNamespace + ".ObjectPool`1")
            .ToList();

        var owners = pools.Select(field => field.DeclaringType.FullName).Order(StringComparer.Ordinal);
        if (!owners.SequenceEqual(PoolOwners.Select(name => $"{PoolNamespace}.{name}")))
            throw new UnexpectedShapeException($"the static pools of {module.FileName} are in: {string.Join(", ", owners)}");

        foreach (var pool in pools)
            MakeThreadStatic(pool);
    }

    /// <summary>
    /// <code>static readonly Pool = initializer;</code> becomes
    /// <code>
    /// [ThreadStatic] static Pool;
    /// static CreatePool() => Pool = initializer;
    /// static GetPool() => Pool ?? CreatePool();
    /// </code>
    /// and every read of the field becomes a call of <c>GetPool</c>.
    /// </summary>
    private static void MakeThreadStatic(FieldDefinition pool)
    {
        var owner = pool.DeclaringType;
        var module = owner.Module;

        var readers = owner.Methods.Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions)
            .Where(instruction => instruction.OpCode == OpCodes.Ldsfld && instruction.Operand == pool)
            .ToList();
        if (readers.Count == 0)
            throw new UnexpectedShapeException($"nothing in {owner.FullName} reads {pool.Name}");

        pool.IsInitOnly = false;
        pool.CustomAttributes.Add(new CustomAttribute(ThreadStaticConstructor(module)));

        var create = TurnInitializerIntoMethod(pool);
        var get = new MethodDefinition("Get" + pool.Name, MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig, pool.FieldType);
        owner.Methods.Add(get);
        var il = get.Body.GetILProcessor();
        var end = il.Create(OpCodes.Ret);
        il.Emit(OpCodes.Ldsfld, pool);
        il.Emit(OpCodes.Dup);
        il.Emit(OpCodes.Brtrue_S, end);
        il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Call, create);
        il.Append(end);
        get.Body.OptimizeMacros();

        foreach (var reader in readers)
        {
            reader.OpCode = OpCodes.Call;
            reader.Operand = get;
        }
    }

    /// <summary>The type initializer, which does nothing but fill the field, as an ordinary method that fills and returns it.</summary>
    private static MethodDefinition TurnInitializerIntoMethod(FieldDefinition pool)
    {
        var initializer = pool.DeclaringType.GetStaticConstructor()
            ?? throw new UnexpectedShapeException($"{pool.DeclaringType.FullName} has no type initializer");
        var instructions = initializer.Body.Instructions;
        var straight = instructions.All(instruction => instruction.OpCode.FlowControl is FlowControl.Next or FlowControl.Call or FlowControl.Return);
        if (!straight
            || instructions.Count(instruction => instruction.OpCode == OpCodes.Stsfld) != 1
            || instructions is not [.., { OpCode.Code: Code.Stsfld } store, { OpCode.Code: Code.Ret }]
            || store.Operand != pool)
        {
            throw new UnexpectedShapeException($"the type initializer of {pool.DeclaringType.FullName} does not only fill {pool.Name}");
        }

        initializer.Body.GetILProcessor().InsertBefore(store, Instruction.Create(OpCodes.Dup));
        initializer.Name = "Create" + pool.Name;
        initializer.IsSpecialName = false;
        initializer.IsRuntimeSpecialName = false;
        initializer.ReturnType = pool.FieldType;
        return initializer;
    }

    private static MethodReference ThreadStaticConstructor(ModuleDefinition module)
    {
        var type = new TypeReference("System", "ThreadStaticAttribute", module, module.TypeSystem.CoreLibrary);
        return new MethodReference(".ctor", module.TypeSystem.Void, type) { HasThis = true };
    }

    private static void Rename(ModuleDefinition module)
    {
        var name = module.Assembly.Name;
        name.Name = NewName;
        name.PublicKey = [];
        name.PublicKeyToken = [];
        name.HasPublicKey = false;
        module.Name = NewName + ".dll";
        module.Attributes &= ~ModuleAttributes.StrongNameSigned;

        // Its own test assembly is no friend of the copy.
        foreach (var friend in module.Assembly.CustomAttributes.Where(attribute => attribute.AttributeType.Name == "InternalsVisibleToAttribute").ToList())
            module.Assembly.CustomAttributes.Remove(friend);
    }

    /// <summary>Written beside and moved, so that whoever reads the copy at the same time has the old one or the new one, whole.</summary>
    private static void Write(ModuleDefinition module, string copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(copy))!);
        var temporary = $"{copy}.{Environment.ProcessId}.tmp";
        try
        {
            module.Write(temporary, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
            File.Move(temporary, copy, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private sealed class UnexpectedShapeException(string message) : Exception(message);
}
